import { IndexError } from "../domain/errors.ts";
import { firstBadRow } from "./check-vector.ts";
import type { GenerationContent } from "./generation.ts";
import type { PortableFile, recordsFile } from "./generation-files.ts";
import { encodeJsonLines } from "./json-lines.ts";

/**
 * Content -> the bytes of each file but the manifest and the graph; the same content gives the same bytes.
 * Throws an `IndexError` where there is no chunk, or where the vectors are not one finite unit vector for each.
 */
export function encodeGeneration(
  content: GenerationContent,
): Readonly<Record<PortableFile | typeof recordsFile, Uint8Array<ArrayBuffer>>> {
  checkContent(content);
  const { documents, chunks, vectors, lexical, suggestions, files } = content;
  return {
    "documents.jsonl": encodeJsonLines(
      documents.map(({ id, path, title, url, author, publisher, date, language, mediaType, pages, text }) => {
        return { id, path, title, url, author, publisher, date, language, mediaType, pages, text };
      }),
    ),
    "chunks.jsonl": encodeJsonLines(
      chunks.map(({ id, documentId, start, end, heading, sentences }) => {
        const spans = sentences.map((sentence) => ({ start: sentence.start, end: sentence.end }));
        return { id, documentId, start, end, heading, sentences: spans };
      }),
    ),
    "vectors.bin": new Uint8Array(vectors.buffer as ArrayBuffer, vectors.byteOffset, vectors.byteLength),
    "lexical.bin": lexical as Uint8Array<ArrayBuffer>,
    "suggestions.jsonl": encodeJsonLines(
      suggestions.map(({ question, documentId, start, end }) => ({ question, documentId, start, end })),
    ),
    "files.jsonl": encodeJsonLines(
      files.map(({ path, bytes, sha256, documents: made, problems }) => {
        return { path, bytes, sha256, documents: made.map(({ id, key }) => ({ id, key })), problems };
      }),
    ),
  };
}

function checkContent({ chunks, vectors, embedder: { id, dimension } }: GenerationContent): void {
  if (chunks.length === 0)
    throw new IndexError("no chunk was given; expected at least one: put documents into the corpus");
  if (vectors.length !== chunks.length * dimension) {
    throw new IndexError(
      `the embedder ${id} gave ${vectors.length} vector elements for ${chunks.length} chunks; ` +
        `expected ${chunks.length} x ${dimension}: check the embedder's dimension`,
    );
  }
  const bad = firstBadRow(vectors, dimension);
  if (bad === null) return;
  throw new IndexError(
    `the embedder ${id} gave a vector with ${bad.problem} for chunk ${chunks[bad.row]?.id}; ` +
      `expected ${dimension} finite elements of unit length: check the embedder`,
  );
}
