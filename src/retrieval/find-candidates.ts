import type { Vector } from "../domain/vector.ts";
import { dot } from "../domain/vector.ts";
import type { Generation } from "../search-index/generation.ts";
import type { RowFilter } from "../search-index/row-filter.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { TermExpansion } from "./expand-terms.ts";
import { bestOf, fusedScores, fuseRanks } from "./fuse-ranks.ts";

/** What dense and lexical search found, before any sentence is read. */
export interface Candidates {
  /** Sentence numbers to be reranked, best first by fused rank. */
  readonly sentences: readonly number[];
  /** Chunk rows by dense, lexical, softly expanded lexical and fused rank. */
  readonly denseChunks: readonly number[];
  readonly lexicalChunks: readonly number[];
  readonly softChunks: readonly number[];
  readonly fusedChunks: readonly number[];
  /** BM25 with the question's own terms. */
  readonly sentenceScores: ReadonlyMap<number, number>;
  readonly chunkScores: ReadonlyMap<number, number>;
  /** What the other orders of chunks go by: cosine, BM25 with the expanded question, sum of reciprocal ranks. */
  readonly denseScores: ReadonlyMap<number, number>;
  readonly softScores: ReadonlyMap<number, number>;
  readonly fusedScores: ReadonlyMap<number, number>;
}

/** The nearest chunks that dense search is asked for, and that each lexical search adds. */
export const chunksSearched = 40;
/** Chunks whose sentences are all read: an answer often owes its place to the words around it. */
const chunksRead = 10;
const sentencesOfChunks = 42;
/** Sentences that go to the reranker: more cost time, fewer lose answers. */
const maxSentences = 60;
/** Weight of a word that is alike to one of the question's, at full likeness. */
const softWeight = 0.35;
/** The rankings disagree enough for the first places to count: 60, as usual, buries them. */
const fusionConstant = 10;

/**
 * Dense, lexical and softly expanded lexical search, fused by rank into the sentences worth reading. With `within` only
 * those rows are searched; what weighs the words and finds words like them stays that of the whole corpus.
 */
export function findCandidates(
  question: AnalysedQuestion,
  vector: Vector,
  {
    generation,
    expand,
    within,
    nearest = generation.dense.search(vector, chunksSearched, within),
  }: {
    readonly generation: Generation;
    readonly expand: TermExpansion;
    readonly within?: RowFilter | undefined;
    /** Rows that dense search found. Default: what the generation's own index finds. */
    readonly nearest?: readonly number[] | undefined;
  },
): Candidates {
  const { lexical } = generation;
  const own = question.terms.map(({ termId }) => ({ termId, weight: 1 }));
  const similar = question.terms.flatMap((term) =>
    expand(term).map(({ termId, weight }) => ({ termId, weight: softWeight * weight })),
  );
  const plain = lexical.score(own, within);
  const softened = lexical.score([...own, ...similar], within);
  const denseScores = scoresOf(nearest, vector, generation);
  const denseChunks = bestOf(denseScores, chunksSearched);
  const lexicalChunks = bestOf(plain.chunks, chunksSearched);
  const softChunks = bestOf(softened.chunks, chunksSearched);
  const fused = fusedScores([lexicalChunks, softChunks, denseChunks], fusionConstant);
  const fusedChunks = bestOf(fused, fused.size);

  const bySentence = fuseRanks(
    [bestOf(plain.sentences, maxSentences), bestOf(softened.sentences, maxSentences)],
    fusionConstant,
  );
  return {
    sentences: chooseSentences(fusedChunks.slice(0, chunksRead), bySentence, lexical),
    denseChunks,
    lexicalChunks,
    softChunks,
    fusedChunks,
    sentenceScores: plain.sentences,
    chunkScores: plain.chunks,
    denseScores,
    softScores: softened.chunks,
    fusedScores: fused,
  };
}

/** Whole chunks first, then single sentences; a chunk too long to be read whole comes last, as far as there is room. */
function chooseSentences(
  chunks: readonly number[],
  bySentence: readonly number[],
  lexical: Generation["lexical"],
): readonly number[] {
  const chosen = new Set<number>();
  const add = (sentences: Iterable<number>) => {
    for (const sentence of sentences) if (chosen.size < maxSentences) chosen.add(sentence);
  };
  const tooLong: number[] = [];
  for (const chunk of chunks) {
    if (chosen.size >= sentencesOfChunks) break;
    const first = lexical.firstSentence(chunk);
    const inside = Array.from({ length: lexical.firstSentence(chunk + 1) - first }, (_, i) => first + i);
    if (chosen.size + inside.length <= maxSentences) add(inside);
    else tooLong.push(...inside);
  }
  add(bySentence);
  add(tooLong);
  return [...chosen];
}

/** Dense adapters return ids alone: their order comes from one portable dot product. */
function scoresOf(rows: readonly number[], vector: Vector, { vectors }: Generation): ReadonlyMap<number, number> {
  return new Map(rows.map((row) => [row, chunkCosine(row, vector, vectors)]));
}

/** Inner product of a question's vector with row `row`, rounded to 6 decimals. */
export function chunkCosine(row: number, vector: Vector, vectors: Float32Array): number {
  const product = dot(vector, vectors.subarray(row * vector.length, (row + 1) * vector.length));
  return Math.round(product * 1e6) / 1e6;
}
