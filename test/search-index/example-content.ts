import { type Chunk, chunkId } from "../../src/domain/chunk.ts";
import type { Document } from "../../src/domain/document.ts";
import { dot, unitVector } from "../../src/domain/vector.ts";
import { buildLexicalIndex } from "../../src/search-index/build-lexical-index.ts";
import type { GenerationContent } from "../../src/search-index/generation.ts";
import { makeDocument } from "../make-document.ts";

export const exampleEmbedder = { id: "example-8d", dimension: 8 } as const;

export interface ExampleOptions {
  /** Stands in every sentence, so that two editions differ in every file. */
  readonly edition?: string;
  readonly documents?: number;
  readonly sentences?: number;
  readonly dimension?: number;
}

/** A small corpus with one chunk for every two sentences; the same options give the same content. */
export function exampleContent(options: ExampleOptions = {}): GenerationContent {
  const { edition = "first", documents: count = 3, sentences = 12, dimension = exampleEmbedder.dimension } = options;
  const documents = Array.from({ length: count }, (_, number) => exampleDocument(number, edition, sentences));
  const chunks = documents.flatMap(chunksOf);
  const corpusHash = `corpus-${edition}-${count}-${sentences}-${dimension}`;
  return {
    documents,
    chunks,
    vectors: exampleVectors(chunks.length, dimension, corpusHash),
    lexical: buildLexicalIndex(documents, chunks),
    embedder: { id: exampleEmbedder.id, dimension },
    corpusHash,
    ingest: { version: 1, textColumn: null },
    files: documents.map(({ id, path, text }) => {
      return { path, bytes: text.length, sha256: "0".repeat(64), documents: [{ id, key: null }], problems: [] };
    }),
    suggestions: chunks.slice(0, 1).map(({ documentId, start, end }) => {
      return { question: `What did the ${edition} edition say?`, documentId, start, end };
    }),
  };
}

/** Unit vectors around a few centres, as those of sentences are; the same arguments give the same vectors. */
export function exampleVectors(rows: number, dimension: number, seed = "seed"): Float32Array {
  const random = randomNumbers(seed);
  const centres = Array.from({ length: 6 }, () => Array.from({ length: dimension }, () => random() - 0.5));
  const vectors = new Float32Array(rows * dimension);
  for (let row = 0; row < rows; row++) {
    const centre = centres[row % centres.length] as number[];
    const unit = unitVector(centre.map((value) => value + 0.3 * (random() - 0.5)));
    if (unit !== null) vectors.set(unit, row * dimension);
  }
  return vectors;
}

/** The oracle: every row scored by `dot` and sorted, ties by row. */
export function nearestByFullSort(vectors: Float32Array, query: Float32Array, k: number): number[] {
  const size = vectors.length / query.length;
  const scores = Array.from({ length: size }, (_, row) => dot(query, rowOf(vectors, row, query.length)));
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, k);
}

export function rowOf(vectors: Float32Array, row: number, dimension: number): Float32Array {
  return vectors.subarray(row * dimension, (row + 1) * dimension);
}

function exampleDocument(number: number, edition: string, sentences: number): Document {
  const lines = Array.from(
    { length: sentences },
    (_, line) => `Line ${line} of document ${number} reports in the ${edition} edition on “Tōkyō”.`,
  );
  const text = `${lines.join("\n")}\n`;
  const title = `Document ${number}`;
  return makeDocument({ id: `document-${number}`, title, text });
}

function chunksOf({ id, text }: Document): Chunk[] {
  const sentences = Array.from(text.matchAll(/[^\n]+/gu), ({ 0: line, index }) => {
    return { start: index, end: index + line.length };
  });
  const pairs = sentences.flatMap((_, index) => (index % 2 === 0 ? [sentences.slice(index, index + 2)] : []));
  return pairs.map((pair) => {
    const start = pair[0]?.start ?? 0;
    const end = pair.at(-1)?.end ?? 0;
    return { id: chunkId(id, start, end), documentId: id, start, end, heading: ["Lines"], sentences: pair };
  });
}

/** mulberry32 over a hash of the seed: repeatable on every engine. */
function randomNumbers(seed: string): () => number {
  let state = Array.from(seed).reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
