import { type Chunk, chunkId } from "../src/domain/chunk.ts";
import type { Document } from "../src/domain/document.ts";
import { buildLexicalIndexInTurns } from "../src/search-index/build-lexical-index.ts";
import type { GenerationContent } from "../src/search-index/generation.ts";

const chunksOfDocument = 100;
const sentencesOfChunk = 4;
const wordsOfSentence = 16;
const vocabulary = 20_000;
const clusters = 20;

/** So many chunks of made-up words, most of them rare, as words are, with vectors in clusters; the same in every run. */
export async function inventContent(
  count: number,
  embedder: GenerationContent["embedder"],
): Promise<Omit<GenerationContent, "corpusHash">> {
  const random = randomNumbers();
  const documents: Document[] = [];
  const chunks: Chunk[] = [];
  while (chunks.length < count) {
    const made = inventDocument(documents.length, Math.min(chunksOfDocument, count - chunks.length), random);
    documents.push(made.document);
    chunks.push(...made.chunks);
  }
  const files = documents.map(({ id, path, text }) => {
    return { path, bytes: text.length, sha256: "0".repeat(64), documents: [{ id, key: null }], problems: [] };
  });
  return {
    documents,
    chunks,
    vectors: inventVectors(chunks.length, embedder.dimension, random),
    lexical: await buildLexicalIndexInTurns(documents, chunks),
    embedder: { id: embedder.id, dimension: embedder.dimension },
    ingest: { version: 1, textColumn: null },
    files,
    suggestions: [],
  };
}

function inventDocument(number: number, count: number, random: () => number) {
  const id = `report-${number}`;
  const word = () => `w${Math.floor(vocabulary ** random()).toString(36)}`;
  let text = "";
  const chunks = Array.from({ length: count }, (): Chunk => {
    const start = text.length;
    const sentences = Array.from({ length: sentencesOfChunk }, () => {
      const from = text.length;
      text += `${Array.from({ length: wordsOfSentence }, word).join(" ")}. `;
      return { start: from, end: text.length - 1 };
    });
    const end = text.length - 1;
    return { id: chunkId(id, start, end), documentId: id, start, end, heading: ["Findings"], sentences };
  });
  const unstated = { url: null, author: null, publisher: null, date: null, language: null, pages: null };
  const document: Document = { id, path: `${id}.txt`, title: id, mediaType: "text/plain", ...unstated, text };
  return { document, chunks };
}

function inventVectors(rows: number, dimension: number, random: () => number): Float32Array {
  const point = () => Array.from({ length: dimension }, () => random() - 0.5);
  const centres = Array.from({ length: clusters }, point);
  const vectors = new Float32Array(rows * dimension);
  for (let row = 0; row < rows; row++) {
    const centre = centres[row % clusters] as number[];
    const values = point().map((value, i) => (centre[i] as number) + 0.5 * value);
    const length = Math.hypot(...values);
    for (const [i, value] of values.entries()) vectors[row * dimension + i] = value / length;
  }
  return vectors;
}

/** A linear congruential generator (Numerical Recipes), 0 to 1: the same numbers in every run. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
