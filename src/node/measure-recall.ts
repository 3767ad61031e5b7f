import type { DenseIndex } from "../search-index/dense-index.ts";
import { createExactIndex } from "../search-index/exact-index.ts";
import { rowScore } from "../search-index/row-score.ts";

/** Below this the exact scan serves instead. */
export const leastRecall = 0.95;

const mostProbes = 50;
const depth = 10;

/**
 * Recall@10 of a dense index against the exact scan, 0 to 1, over up to 50 rows spread evenly and asked for themselves.
 * A row that scores as high as the exact scan's last one counts too: among equal vectors any choice is right.
 */
export function measureRecall(dense: DenseIndex, vectors: Float32Array): number {
  const { dimension, size } = dense;
  const exact = createExactIndex(vectors, dimension);
  const probes = Math.min(mostProbes, size);
  let found = 0;
  let expected = 0;
  for (let probe = 0; probe < probes; probe++) {
    const row = Math.floor((probe * size) / probes);
    const query = vectors.subarray(row * dimension, (row + 1) * dimension);
    const truth = exact.search(query, depth);
    const leastScore = rowScore(query, vectors, truth.at(-1) as number);
    const rows = new Set(dense.search(query, depth));
    found += Array.from(rows).filter((each) => rowScore(query, vectors, each) >= leastScore).length;
    expected += truth.length;
  }
  return expected === 0 ? 1 : found / expected;
}
