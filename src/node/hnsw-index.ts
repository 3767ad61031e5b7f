import { checkQuery } from "../search-index/check-query.ts";
import { vectorProblem } from "../search-index/check-vector.ts";
import { damagedFile, unreadableFile } from "../search-index/damaged-file.ts";
import type { DenseIndex } from "../search-index/dense-index.ts";
import { graphFile } from "../search-index/generation-files.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { createNearestRows } from "../search-index/nearest-rows.ts";
import type { DenseParts } from "../search-index/read-generation.ts";
import { rowScore } from "../search-index/row-score.ts";
import { checkGraphFile } from "./check-graph-file.ts";
import type { HnswLibrary } from "./load-hnswlib.ts";

/**
 * Hierarchical navigable small worlds (Malkov and Yashunin 2018): recall@10 of 1.000 on clustered vectors at ef 50.
 * Seed and insertion order are fixed, so that equal vectors give an equal file.
 */
export const graphSettings = { m: 16, efConstruction: 200, ef: 100, seed: 100 } as const satisfies Manifest["graph"];

/**
 * Builds a graph over rows of `vectors` and writes it to `path`, unsynced; blocks for about 0.8 ms a row.
 * The library reports success on a full disk too: read the file back through `openHnswIndex` before trusting it.
 * Throws an `IndexError` for a row that is not finite or not of unit length, which would abort the process.
 */
export function writeGraph(
  library: HnswLibrary,
  path: string,
  { vectors, dimension }: { readonly vectors: Float32Array; readonly dimension: number },
): void {
  const size = vectors.length / dimension;
  const { m, efConstruction, seed } = graphSettings;
  const graph = new library.HierarchicalNSW("ip", dimension);
  graph.initIndex(size, m, efConstruction, seed);
  for (let row = 0; row < size; row++) {
    const vector = vectors.subarray(row * dimension, (row + 1) * dimension);
    const problem = vectorProblem(vector, dimension);
    if (problem !== null) throw damagedFile("vectors.bin", `row ${row} with ${problem}`, "finite rows of unit length");
    graph.addPoint(Array.from(vector), row);
  }
  graph.writeIndexSync(path);
}

/**
 * Opens the graph in `path`. `parts.bytes` are the bytes of that file and are checked in full before the native load.
 * Rows come in the order of the portable score, ties by row, as the exact scan gives them.
 */
export function openHnswIndex(library: HnswLibrary, path: string, parts: DenseParts): DenseIndex {
  checkGraphFile(parts);
  const { vectors, dimension, graph: settings } = parts;
  const size = vectors.length / dimension;
  const graph = new library.HierarchicalNSW("ip", dimension);
  try {
    graph.readIndexSync(path);
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
  // The file does not keep ef: it is 10 after every load.
  graph.setEf(settings.ef);
  if (graph.getCurrentCount() !== size) throw damagedFile(graphFile, `${graph.getCurrentCount()} elements`, `${size}`);
  return {
    kind: "hnsw",
    size,
    dimension,
    search(query, k) {
      checkQuery(query, dimension, k);
      const { neighbors } = graph.searchKnn(Array.from(query), Math.min(k, size));
      const nearest = createNearestRows(k);
      for (const row of neighbors) nearest.offer(row, rowScore(query, vectors, row));
      return nearest.rows();
    },
  };
}
