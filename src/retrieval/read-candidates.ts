import { dot, type Vector } from "../domain/vector.ts";
import type { Generation } from "../search-index/generation.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { type Candidates, chunkCosine } from "./find-candidates.ts";
import type { PreparedSentence } from "./prepare-sentence.ts";
import type { Candidate } from "./sentence-features.ts";
import { type Alignment, elementwiseMax, softAlign } from "./soft-align.ts";
import type { WordSimilarity } from "./word-similarity.ts";

export interface ReadingTools {
  readonly generation: Generation;
  readonly prepare: (sentence: number) => PreparedSentence;
  /** Title and headings of a chunk, prepared like a sentence. */
  readonly prepareHeading: (chunk: number) => PreparedSentence;
  readonly similarity: WordSimilarity;
  readonly sentenceVector: (sentence: number) => Vector | null;
}

/** Candidate sentences with their alignments and surroundings, in the order given. */
export function readCandidates(
  question: AnalysedQuestion,
  vectors: { readonly chunk: Vector; readonly sentence: Vector | null },
  candidates: Candidates,
  tools: ReadingTools,
): readonly Candidate[] {
  const { lexical, vectors: chunkVectors } = tools.generation;
  const align = memo((sentence: number) => softAlign(question.terms, tools.prepare(sentence).words, tools.similarity));
  const alignHeading = memo((chunk: number) =>
    softAlign(question.terms, tools.prepareHeading(chunk).words, tools.similarity),
  );
  const alignChunk = memo((chunk: number) => joinAlignments(range(lexical, chunk).map(align)));
  const cosineOfChunk = memo((chunk: number) => chunkCosine(chunk, vectors.chunk, chunkVectors));
  const bestSentence = largest(candidates.sentences.map((s) => candidates.sentenceScores.get(s) ?? 0));
  const bestChunk = largest(candidates.sentences.map((s) => candidates.chunkScores.get(lexical.chunkOf(s)) ?? 0));

  return candidates.sentences.map((sentence) => {
    const chunk = lexical.chunkOf(sentence);
    const first = lexical.firstSentence(chunk);
    const end = lexical.firstSentence(chunk + 1);
    const vector = vectors.sentence === null ? null : tools.sentenceVector(sentence);
    return {
      sentence: tools.prepare(sentence),
      alignment: align(sentence),
      previous: sentence > first ? align(sentence - 1) : null,
      next: sentence + 1 < end ? align(sentence + 1) : null,
      heading: alignHeading(chunk),
      chunk: alignChunk(chunk),
      sentenceScore: (candidates.sentenceScores.get(sentence) ?? 0) / bestSentence,
      chunkScore: (candidates.chunkScores.get(chunk) ?? 0) / bestChunk,
      sentenceCosine: vector === null ? 0 : dot(vector, vectors.sentence as Vector),
      chunkCosine: cosineOfChunk(chunk),
      index: sentence - first,
    };
  });
}

function joinAlignments(alignments: readonly Alignment[]): Alignment {
  const [first] = alignments;
  if (first === undefined) throw new Error("a chunk without sentences");
  const join = (pick: (alignment: Alignment) => ArrayLike<number>) => elementwiseMax(...alignments.map(pick));
  return {
    exact: join(({ exact }) => exact),
    plain: join(({ plain }) => plain),
    purified: join(({ purified }) => purified),
    best: join(({ best }) => best),
    word: first.word,
    explained: first.explained,
  };
}

function range(lexical: Generation["lexical"], chunk: number): number[] {
  const from = lexical.firstSentence(chunk);
  return Array.from({ length: lexical.firstSentence(chunk + 1) - from }, (_, i) => from + i);
}

/** Never 0, so that it can divide. */
function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0) || 1;
}

function memo<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
