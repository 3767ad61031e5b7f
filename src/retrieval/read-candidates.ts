import { dot, type Vector } from "../domain/vector.ts";
import type { Generation } from "../search-index/generation.ts";
import { compareTimes, type TimeRelation } from "../text/compare-times.ts";
import type { TimeExpression } from "../text/time-expressions.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { type Candidates, chunkCosine } from "./find-candidates.ts";
import { meetTimes } from "./meet-times.ts";
import type { PreparedSentence } from "./prepare-sentence.ts";
import { type Alignment, raiseTo, softAlign } from "./soft-align.ts";
import { type Likeness, measureCount, measures, type WordSimilarity } from "./word-similarity.ts";

export interface ReadingTools {
  readonly generation: Generation;
  readonly prepare: (sentence: number) => PreparedSentence;
  /** Title and headings of a chunk, prepared like a sentence. */
  readonly prepareHeading: (chunk: number) => PreparedSentence;
  readonly similarity: WordSimilarity;
  readonly sentenceVector: (sentence: number) => Vector | null;
  /** The times that a sentence names, relative ones resolved by the date of its document. */
  readonly timesOf: (sentence: number) => readonly TimeExpression[];
}

/** Candidate sentences with their alignments and surroundings, in the order given. */
export function readCandidates(
  question: AnalysedQuestion,
  vectors: { readonly chunk: Vector; readonly sentence: Vector | null },
  candidates: Candidates,
  tools: ReadingTools,
): readonly Candidate[] {
  const { lexical, vectors: chunkVectors } = tools.generation;
  const { terms } = question;
  const likenessesOf = tools.similarity(terms);
  const likenesses = memo((sentence: number) => likenessesOf(tools.prepare(sentence).words));
  const asksYear = terms.some(({ kind }) => kind === "year");
  const align = memo((sentence: number) => {
    const alignment = softAlign(terms.length, likenesses(sentence));
    return asksYear ? meetTimes(terms, alignment, tools.timesOf(sentence)) : alignment;
  });
  const alignHeading = memo((chunk: number) =>
    softAlign(terms.length, likenessesOf(tools.prepareHeading(chunk).words)),
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
    const prepared = tools.prepare(sentence);
    const likenessToFocus = likenessesToFocus(question, likenesses(sentence));
    const alignment = align(sentence);
    return {
      sentence: prepared,
      chunkRow: chunk,
      alignment,
      likenessToFocus,
      focusOther: largestBelowOne(likenessToFocus),
      opposites: findOpposites(alignment, likenesses(sentence)),
      ...compareAllTimes(question, sentence, tools),
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

function likenessesToFocus({ focus, terms }: AnalysedQuestion, likenesses: readonly Likeness[]): Float64Array {
  const toFocus = new Float64Array(terms[focus] === undefined ? 0 : likenesses.length);
  for (let w = 0; w < toFocus.length; w++) toFocus[w] = likenesses[w]?.[focus * measureCount + measures.best] ?? 0;
  return toFocus;
}

function largestBelowOne(values: Float64Array): number {
  return values.reduce((max, value) => (value < 1 && value > max ? value : max), 0);
}

function findOpposites({ exact }: Alignment, likenesses: readonly Likeness[]): Uint8Array {
  const opposites = new Uint8Array(exact.length);
  for (let w = 0; w < likenesses.length; w++) {
    const found = likenesses[w] as Likeness;
    if (found === null) continue;
    for (let t = 0, at: number = measures.opposite; t < exact.length; t++, at += measureCount)
      if (found[at] === 1 && exact[t] === 0) opposites[t] = 1;
  }
  return opposites;
}

const timeWorth: Readonly<Record<TimeRelation, number>> = {
  equal: 1,
  inside: 0.9,
  contains: 0.8,
  overlaps: 0.5,
  differs: 0,
  none: 0.25,
};

/** The mean over the question's times of how well the sentence's meet each. */
function compareAllTimes({ times }: AnalysedQuestion, sentence: number, { timesOf }: Pick<ReadingTools, "timesOf">) {
  if (times.length === 0) return { timeMet: 1, timeDiffers: 0 };
  const stated = timesOf(sentence);
  const relations = times.map((asked) => compareTimes(asked, stated));
  return {
    timeMet: relations.reduce((sum, relation) => sum + timeWorth[relation], 0) / relations.length,
    timeDiffers: relations.every((relation) => relation === "differs") ? 1 : 0,
  };
}

/** The whole chunk's, but for the words, which are those of its first sentence. */
function joinAlignments(alignments: readonly Alignment[]): Alignment {
  const [first] = alignments;
  if (first === undefined) throw new Error("a chunk without sentences");
  const exact = first.exact.slice();
  const plain = first.plain.slice();
  const purified = first.purified.slice();
  const related = first.related.slice();
  const best = first.best.slice();
  for (let i = 1; i < alignments.length; i++) {
    const next = alignments[i] as Alignment;
    raiseTo(exact, next.exact);
    raiseTo(plain, next.plain);
    raiseTo(purified, next.purified);
    raiseTo(related, next.related);
    raiseTo(best, next.best);
  }
  return { exact, plain, purified, related, best, word: first.word, explained: first.explained };
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
