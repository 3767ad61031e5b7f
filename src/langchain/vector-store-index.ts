import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import type { Chunk } from "../domain/chunk.ts";
import { checkQuery } from "../search-index/check-query.ts";
import type { AwaitedDenseIndex } from "../search-index/dense-index.ts";
import { nearestRows } from "../search-index/nearest-rows.ts";

export interface VectorStoreIndexOptions {
  /** Holds the chunks as `fillVectorStore` puts them there, and may hold others. */
  readonly store: Pick<VectorStoreInterface, "similaritySearchVectorWithScore">;
  /** Row i of `vectors`, of `dimension` elements, belongs to `chunks[i]`. */
  readonly chunks: readonly Pick<Chunk, "id">[];
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/** A store is asked again, for twice as many, while others' documents fill its answer: this often at most. */
const mostTries = 5;

/**
 * A vector store of LangChain as a dense index. It is one to wait for: a store answers with a promise, and `DenseIndex` can't.
 * The store only finds; rows come in the order of the portable score, so that answers are those of any other index that
 * finds the same rows. Filters of stores differ, so the rows of a collection are scanned here instead. What the store
 * holds of other generations or of others is passed over.
 */
export function createVectorStoreIndex(options: VectorStoreIndexOptions): AwaitedDenseIndex {
  const { store, chunks, vectors, dimension } = options;
  const rowOf = new Map(chunks.map(({ id }, row) => [id, row]));

  async function findRows(query: number[], wanted: number): Promise<ReadonlySet<number>> {
    let rows = new Set<number>();
    for (let asked = wanted, tries = 0; tries < mostTries; asked *= 2, tries++) {
      const found = await store.similaritySearchVectorWithScore(query, asked);
      rows = new Set(found.flatMap(([{ metadata }]) => rowOf.get(String(metadata.chunkId)) ?? []));
      if (rows.size >= wanted || found.length < asked) break;
    }
    return rows;
  }

  return {
    size: chunks.length,
    dimension,
    async search(query, k, within) {
      checkQuery(query, dimension, k);
      const wanted = Math.min(k, chunks.length);
      if (wanted === 0) return [];
      const rows = within?.rows ?? (await findRows(Array.from(query), wanted));
      return nearestRows(rows, query, { vectors, k });
    },
  };
}
