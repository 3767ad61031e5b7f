import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { graphSettings, openHnswIndex, writeGraph } from "../../src/node/hnsw-index.ts";
import { type HnswLibrary, loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { createExactIndex } from "../../src/search-index/exact-index.ts";
import { createRowFilter } from "../../src/search-index/row-filter.ts";
import { exampleVectors, rowOf } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const library = (await loadHnswlib()) as HnswLibrary;
const dimension = 8;
const size = 400;
const vectors = exampleVectors(size, dimension);
const query = rowOf(vectors, 3, dimension);
const exact = createExactIndex(vectors, dimension);

/** The index over `vectors`, and how many rows the graph was asked for in each search. */
async function openObserved(answers: (neighbors: number[]) => number[]) {
  const path = join(await temporaryFolder(), "graph.hnsw");
  await writeGraph(library, path, { vectors, dimension });
  const asked: number[] = [];
  class Observed extends library.HierarchicalNSW {
    override searchKnn(point: number[], k: number, filter?: (row: number) => boolean) {
      asked.push(k);
      const { neighbors, distances } = super.searchKnn(point, k, filter);
      return { neighbors: answers(neighbors), distances };
    }
  }
  const parts = { graph: graphSettings, bytes: await readFile(path), vectors, dimension };
  return { asked, index: await openHnswIndex({ HierarchicalNSW: Observed }, path, parts) };
}

// Where the addon could not be built, the exact scan serves and there is no graph to test.
describe.skipIf(library === null)("a graph that may look at some rows alone", () => {
  it("is searched where at least a tenth of the rows pass; fewer are scanned", async () => {
    const { asked, index } = await openObserved((neighbors) => neighbors);
    const few = createRowFilter(size, (row) => row < size / 10 - 1);
    expect(index.search(query, 5, few)).toEqual(exact.search(query, 5, few));
    expect(asked).toEqual([]);
    const more = createRowFilter(size, (row) => row < size / 10);
    expect(index.search(query, 60, more)).toEqual(exact.search(query, 60, more));
    expect(asked).toEqual([size / 10]);
  });

  it("is asked for more rows than are wanted, since those that don't pass lead it astray", async () => {
    const { asked, index } = await openObserved((neighbors) => neighbors);
    const half = createRowFilter(size, (row) => row % 2 === 1);
    expect(index.search(query, 10, half)).toEqual(exact.search(query, 10, half));
    expect(asked).toEqual([60]);
  });

  it("gives way to a scan where it reaches fewer rows than there are", async () => {
    const { asked, index } = await openObserved((neighbors) => neighbors.slice(1));
    const half = createRowFilter(size, (row) => row % 2 === 1);
    expect(index.search(query, 20, half)).toEqual(exact.search(query, 20, half));
    expect(asked).toEqual([120]);
  });
});
