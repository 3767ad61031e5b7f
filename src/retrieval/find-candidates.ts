import type { Vector } from "../domain/vector.ts";
import { dot } from "../domain/vector.ts";
import type { Generation } from "../search-index/generation.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { TermExpansion } from "./expand-terms.ts";
import { bestOf, fuseRanks } from "./fuse-ranks.ts";

/** What dense and lexical search found, before any sentence is read. */
export interface Candidates {
  /** Sentence numbers to be reranked, best first by fused rank. */
  readonly sentences: readonly number[];
  /** Chunk rows by dense, lexical and fused rank. */
  readonly denseChunks: readonly number[];
  readonly lexicalChunks: readonly number[];
  readonly fusedChunks: readonly number[];
  /** BM25 with the question's own terms. */
  readonly sentenceScores: ReadonlyMap<number, number>;
  readonly chunkScores: ReadonlyMap<number, number>;
}

const chunksSearched = 40;
const sentencesSearched = 60;
/** Sentences that go to the reranker: more cost time, fewer lose answers. */
const maxSentences = 60;

/** Dense, lexical and softly expanded lexical search, fused by rank into the sentences worth reading. */
export function findCandidates(
  question: AnalysedQuestion,
  vector: Vector,
  { generation, expand }: { readonly generation: Generation; readonly expand: TermExpansion },
): Candidates {
  const { lexical, dense } = generation;
  const own = question.terms.map(({ termId }) => ({ termId, weight: 1 }));
  const plain = lexical.score(own);
  const softened = lexical.score([
    ...own,
    ...question.terms.flatMap((term) => expand(term).map(({ termId, weight }) => ({ termId, weight: 0.7 * weight }))),
  ]);
  const denseChunks = byScore(dense.search(vector, chunksSearched), vector, generation);
  const lexicalChunks = bestOf(plain.chunks, chunksSearched);
  const softChunks = bestOf(softened.chunks, chunksSearched);
  const fusedChunks = fuseRanks([denseChunks, lexicalChunks, softChunks]);

  // A sentence may owe its place to its own words or to its chunk's: half a chunk's score counts for each sentence.
  const joint = new Map<number, number>();
  for (const chunk of fusedChunks.slice(0, chunksSearched)) {
    const around = softened.chunks.get(chunk) ?? 0;
    for (let s = lexical.firstSentence(chunk); s < lexical.firstSentence(chunk + 1); s++) {
      joint.set(s, (softened.sentences.get(s) ?? 0) + 0.5 * around);
    }
  }
  const sentences = fuseRanks([
    bestOf(plain.sentences, sentencesSearched),
    bestOf(softened.sentences, sentencesSearched),
    bestOf(joint, sentencesSearched),
    denseChunks.slice(0, 5).flatMap((chunk) => range(lexical.firstSentence(chunk), lexical.firstSentence(chunk + 1))),
  ]).slice(0, maxSentences);
  return {
    sentences,
    denseChunks,
    lexicalChunks,
    fusedChunks,
    sentenceScores: plain.sentences,
    chunkScores: plain.chunks,
  };
}

/** Dense adapters return ids alone: the order comes from one portable dot product. */
function byScore(rows: readonly number[], vector: Vector, { vectors }: Generation): readonly number[] {
  const scores = new Map(rows.map((row) => [row, chunkCosine(row, vector, vectors)]));
  return bestOf(scores, rows.length);
}

/** Inner product of a question's vector with row `row`, rounded to 6 decimals. */
export function chunkCosine(row: number, vector: Vector, vectors: Float32Array): number {
  const product = dot(vector, vectors.subarray(row * vector.length, (row + 1) * vector.length));
  return Math.round(product * 1e6) / 1e6;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
