import type { Vector } from "../domain/vector.ts";
import type { RowFilter } from "./row-filter.ts";

/**
 * PORT: a unit vector -> row numbers of the nearest chunks by inner product, best first, at most `k`.
 * It returns ids alone: scores are recomputed from `vectors.bin` by one portable dot product (`domain/vector.ts`).
 * With `within` it returns the nearest of those rows, as many of them as there are up to `k`.
 */
export interface DenseIndex {
  readonly kind: "exact" | "hnsw";
  readonly size: number;
  readonly dimension: number;
  search(query: Vector, k: number, within?: RowFilter): readonly number[];
}

/** PORT: the same of an index that lies elsewhere and has to be waited for. It promises all that a `DenseIndex` does. */
export interface AwaitedDenseIndex {
  readonly size: number;
  readonly dimension: number;
  search(query: Vector, k: number, within?: RowFilter): Promise<readonly number[]>;
}
