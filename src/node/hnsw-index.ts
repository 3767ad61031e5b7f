import { AnnalistError } from "../domain/errors.ts";
import { createBreather } from "../search-index/breathe.ts";
import { checkQuery } from "../search-index/check-query.ts";
import { vectorProblem } from "../search-index/check-vector.ts";
import { damagedFile, unreadableFile } from "../search-index/damaged-file.ts";
import type { DenseIndex } from "../search-index/dense-index.ts";
import { graphFile } from "../search-index/generation-files.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { nearestRows } from "../search-index/nearest-rows.ts";
import type { DenseParts } from "../search-index/read-generation.ts";
import { checkGraphFile } from "./check-graph-file.ts";
import type { HnswLibrary } from "./load-hnswlib.ts";

/**
 * Hierarchical navigable small worlds (Malkov and Yashunin 2018): recall@10 of 1.000 on clustered vectors at ef 50.
 * Seed and insertion order are fixed, so that equal vectors give an equal file.
 */
export const graphSettings = { m: 16, efConstruction: 200, ef: 100, seed: 100 } as const satisfies Manifest["graph"];

export interface GraphRows {
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly signal?: AbortSignal | undefined;
  /** Told after each row. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Builds a graph over rows of `vectors`, 0.8 ms each with turns of the event loop in between, and writes it to `path`,
 * unsynced. The library reports success on a full disk too: check what was written before trusting it.
 * Throws an `IndexError` for a row that is not finite or not of unit length, which would abort the process, and an
 * `AnnalistError` (`aborted`) soon after the signal is.
 */
export async function writeGraph(
  library: HnswLibrary,
  path: string,
  { vectors, dimension, signal, onProgress = () => {} }: GraphRows,
): Promise<void> {
  const size = vectors.length / dimension;
  const { m, efConstruction, seed } = graphSettings;
  const graph = new library.HierarchicalNSW("ip", dimension);
  graph.initIndex(size, m, efConstruction, seed);
  const breathe = createBreather();
  // The library takes plain arrays alone, and copies them.
  const point = new Array<number>(dimension).fill(0);
  for (let row = 0; row < size; row++) {
    await breathe();
    if (signal?.aborted) throw new AnnalistError("aborted", "Building the graph was cancelled.");
    const vector = vectors.subarray(row * dimension, (row + 1) * dimension);
    const problem = vectorProblem(vector, dimension);
    if (problem !== null) throw damagedFile("vectors.bin", `row ${row} with ${problem}`, "finite rows of unit length");
    for (let i = 0; i < dimension; i++) point[i] = vector[i] as number;
    graph.addPoint(point, row);
    onProgress(row + 1, size);
  }
  // The library's thread holds no reference to the graph. Were it not used below, it could be collected while it is
  // written: what is written is then whatever takes its memory, or the process ends.
  await graph.writeIndex(path);
  if (graph.getCurrentCount() !== size) throw damagedFile(graphFile, `${graph.getCurrentCount()} elements`, `${size}`);
}

/**
 * Opens the graph in `path`. `parts.bytes` are the bytes of that file and are checked in full before the native load.
 * Rows come in the order of the portable score, ties by row, as the exact scan gives them.
 */
export async function openHnswIndex(library: HnswLibrary, path: string, parts: DenseParts): Promise<DenseIndex> {
  await checkGraphFile(parts);
  const { vectors, dimension, graph: settings } = parts;
  const size = vectors.length / dimension;
  const graph = new library.HierarchicalNSW("ip", dimension);
  try {
    // In a thread of its own: 100,000 rows take 100 ms.
    await graph.readIndex(path);
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
  // The file does not keep ef: it is 10 after every load. Using the graph here also keeps it from being collected above.
  graph.setEf(settings.ef);
  if (graph.getCurrentCount() !== size) throw damagedFile(graphFile, `${graph.getCurrentCount()} elements`, `${size}`);
  return {
    kind: "hnsw",
    size,
    dimension,
    search(query, k, within) {
      checkQuery(query, dimension, k);
      const scan = (rows: Iterable<number>) => nearestRows(rows, query, { vectors, k });
      if (within === undefined) return scan(graph.searchKnn(Array.from(query), Math.min(k, size)).neighbors);
      // A graph walks through the rows that don't pass as well: where few do, it costs more than a scan of those. To ask
      // for more than is wanted costs little: of 20,000 close rows, half of which pass, it finds 98 % of the best 40, else 93 %.
      if (within.rows.length < size / 10) return scan(within.rows);
      const wanted = Math.min(6 * k, within.rows.length);
      const { neighbors } = graph.searchKnn(Array.from(query), wanted, within.has);
      return scan(neighbors.length < wanted ? within.rows : neighbors);
    },
  };
}
