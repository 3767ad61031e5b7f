import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import type { Generation } from "../search-index/generation.ts";
import { passageDocument } from "./passage-document.ts";

export interface FillOptions {
  /** Chunks in one call, 1 or more; 100. Calls follow one another. */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Puts every chunk of a generation into a vector store: its vector as the generation has it, its words, and where they
 * stand as metadata. What the store holds already stays; nothing is embedded anew. Throws what the store throws.
 */
export async function fillVectorStore(
  store: Pick<VectorStoreInterface, "addVectors">,
  { documents, chunks, vectors, manifest }: Pick<Generation, "documents" | "chunks" | "vectors" | "manifest">,
  { batchSize = 100, signal, onProgress = () => {} }: FillOptions = {},
): Promise<void> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { dimension } = manifest.embedder;
  for (let start = 0; start < chunks.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = chunks.slice(start, start + batchSize).flatMap((chunk, i) => {
      const document = byId.get(chunk.documentId);
      const row = start + i;
      const vector = Array.from(vectors.subarray(row * dimension, (row + 1) * dimension));
      return document === undefined ? [] : [{ vector, document: passageDocument(chunk, { document }) }];
    });
    await store.addVectors(
      batch.map(({ vector }) => vector),
      batch.map(({ document }) => document),
    );
    onProgress(Math.min(start + batchSize, chunks.length), chunks.length);
  }
}
