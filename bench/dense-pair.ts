import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Vector } from "../src/domain/vector.ts";
import { graphSettings, openHnswIndex, writeGraph } from "../src/node/hnsw-index.ts";
import type { HnswLibrary } from "../src/node/load-hnswlib.ts";
import type { DenseIndex } from "../src/search-index/dense-index.ts";
import { createExactIndex } from "../src/search-index/exact-index.ts";

/** The graph, written into a folder and opened again, and the exact scan over the same rows. */
export async function buildDensePair(
  library: HnswLibrary,
  folder: string,
  rows: readonly Vector[],
): Promise<{ readonly approximate: DenseIndex; readonly exact: DenseIndex }> {
  const dimension = rows[0]?.length ?? 0;
  const vectors = new Float32Array(rows.length * dimension);
  for (const [i, row] of rows.entries()) vectors.set(row, i * dimension);
  const path = join(folder, "graph.hnsw");
  await writeGraph(library, path, { vectors, dimension });
  const bytes = new Uint8Array(await readFile(path));
  const parts = { graph: graphSettings, bytes, vectors, dimension };
  return { approximate: await openHnswIndex(library, path, parts), exact: createExactIndex(vectors, dimension) };
}
