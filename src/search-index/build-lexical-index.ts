import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import { AnnalistError } from "../domain/errors.ts";
import { createBreather } from "./breathe.ts";
import { createLexicalBuilder } from "./lexical-builder.ts";

/** Documents and their chunks -> the bytes of lexical.bin, the same for the same input. */
export function buildLexicalIndex(documents: readonly Document[], chunks: readonly Chunk[]): Uint8Array {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const builder = createLexicalBuilder();
  for (const chunk of chunks) builder.add(documentOf(chunk, byId), chunk);
  return builder.finish();
}

export interface BuildLexicalOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after each chunk. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The same bytes, with turns of the event loop between chunks: 100,000 take some 20 s. Rejects with an `AnnalistError`
 * (`aborted`) soon after the signal is.
 */
export async function buildLexicalIndexInTurns(
  documents: readonly Document[],
  chunks: readonly Chunk[],
  { signal, onProgress = () => {} }: BuildLexicalOptions = {},
): Promise<Uint8Array> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const builder = createLexicalBuilder();
  const breathe = createBreather();
  for (const [row, chunk] of chunks.entries()) {
    await breathe();
    if (signal?.aborted) throw new AnnalistError("aborted", "Building the lexical index was cancelled.");
    builder.add(documentOf(chunk, byId), chunk);
    onProgress(row + 1, chunks.length);
  }
  return builder.finish();
}

function documentOf(chunk: Chunk, byId: ReadonlyMap<string, Document>): Document {
  const document = byId.get(chunk.documentId);
  if (document === undefined) throw new Error(`chunk ${chunk.id} names a document that was not given`);
  return document;
}
