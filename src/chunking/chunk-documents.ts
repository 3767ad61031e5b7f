import type { Block } from "../domain/block.ts";
import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import { createChunker } from "./chunk-document.ts";

interface Chunked {
  readonly key: string | null;
  readonly document: Document;
  readonly chunks: readonly Chunk[];
}

/** Documents, in order, with their chunks: those that have some keep them. `breathe` is awaited before each. */
export async function chunkDocuments(
  documents: readonly (Chunked | (Omit<Chunked, "chunks"> & { readonly blocks: readonly Block[] }))[],
  breathe: () => Promise<void> | void = () => {},
): Promise<readonly Chunked[]> {
  const chunk = createChunker();
  const chunked: Chunked[] = [];
  for (const each of documents) {
    await breathe();
    if ("chunks" in each) chunked.push(each);
    else chunked.push({ key: each.key, document: each.document, chunks: await chunk(each.document, each.blocks) });
  }
  return chunked;
}
