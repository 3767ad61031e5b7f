import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { checkGraphFile } from "../../src/node/check-graph-file.ts";
import { graphSettings, openHnswIndex, writeGraph } from "../../src/node/hnsw-index.ts";
import { type HnswLibrary, loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { measureRecall } from "../../src/node/measure-recall.ts";
import type { DenseIndex } from "../../src/search-index/dense-index.ts";
import { createExactIndex } from "../../src/search-index/exact-index.ts";
import { testDenseIndex } from "../search-index/dense-index-contract.ts";
import { exampleVectors, rowOf } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const library = (await loadHnswlib()) as HnswLibrary;
const dimension = 8;

async function writeExample(vectors: Float32Array, columns = dimension) {
  const path = join(await temporaryFolder(), "graph.hnsw");
  await writeGraph(library, path, { vectors, dimension: columns });
  const bytes: Uint8Array<ArrayBuffer> = await readFile(path);
  return { path, parts: { graph: graphSettings, bytes, vectors, dimension: columns } };
}

// Where the addon could not be built, the exact scan serves and there is no graph to test.
describe.skipIf(library === null)("hnswlib", () => {
  testDenseIndex("the graph", async (vectors, columns) => {
    const { path, parts } = await writeExample(vectors, columns);
    return openHnswIndex(library, path, parts);
  });

  describe("a graph", () => {
    it("finds at least 95 % of what the exact scan finds", async () => {
      const vectors = exampleVectors(3000, 32);
      const { path, parts } = await writeExample(vectors, 32);
      expect(measureRecall(await openHnswIndex(library, path, parts), vectors)).toBeGreaterThanOrEqual(0.95);
    });

    it("is the same file for the same vectors", async () => {
      const first = await writeExample(exampleVectors(400, dimension));
      const second = await writeExample(exampleVectors(400, dimension));
      expect(Buffer.compare(first.parts.bytes, second.parts.bytes)).toBe(0);
    });

    it("is the file that the library makes of the rows in their order", async () => {
      const vectors = exampleVectors(300, dimension);
      const { parts } = await writeExample(vectors);
      const path = join(await temporaryFolder(), "plain.hnsw");
      const graph = new library.HierarchicalNSW("ip", dimension);
      graph.initIndex(300, graphSettings.m, graphSettings.efConstruction, graphSettings.seed);
      for (let row = 0; row < 300; row++) graph.addPoint(Array.from(rowOf(vectors, row, dimension)), row);
      graph.writeIndexSync(path);
      expect(Buffer.compare(parts.bytes, await readFile(path))).toBe(0);
    });

    it("tells how far it is after each row, and is not written once it is cancelled", async () => {
      const path = join(await temporaryFolder(), "graph.hnsw");
      const stop = new AbortController();
      const told: number[] = [];
      const onProgress = (done: number, total: number) => {
        told.push(done, total);
        if (done === 3) stop.abort();
      };
      const rows = { vectors: exampleVectors(50, dimension), dimension, signal: stop.signal, onProgress };
      await expect(writeGraph(library, path, rows)).rejects.toMatchObject({ code: "aborted" });
      expect(told).toEqual([1, 50, 2, 50, 3, 50]);
      await expect(readFile(path)).rejects.toThrow("ENOENT");
    });

    it("is searched with its own ef, which its file does not keep", async () => {
      const { path, parts } = await writeExample(exampleVectors(50, dimension));
      const opened: InstanceType<HnswLibrary["HierarchicalNSW"]>[] = [];
      class Observed extends library.HierarchicalNSW {
        constructor(space: "ip", columns: number) {
          super(space, columns);
          opened.push(this);
        }
      }
      await openHnswIndex({ HierarchicalNSW: Observed as HnswLibrary["HierarchicalNSW"] }, path, parts);
      expect(opened.map((graph) => graph.getEf())).toEqual([graphSettings.ef]);
    });

    it("is not built over a vector that would abort the process", async () => {
      const path = join(await temporaryFolder(), "graph.hnsw");
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 9]) {
        const vectors = exampleVectors(20, dimension).with(11, value);
        await expect(writeGraph(library, path, { vectors, dimension })).rejects.toThrow(/row 1 with/u);
      }
    });
  });

  describe("a graph's file", () => {
    it("passes as it was written, at any offset in memory", async () => {
      const { parts } = await writeExample(exampleVectors(200, dimension));
      const shifted = new Uint8Array(parts.bytes.length + 1);
      shifted.set(parts.bytes, 1);
      await checkGraphFile(parts);
      await checkGraphFile({ ...parts, bytes: shifted.subarray(1) });
    });

    it("with a flipped bit is refused, or loads and still answers", async () => {
      const vectors = exampleVectors(40, dimension);
      const { path, parts } = await writeExample(vectors);
      const passed: number[] = [];
      for (let at = 0; at < parts.bytes.length; at++) {
        const bytes = parts.bytes.with(at, (parts.bytes[at] as number) ^ (1 << (at % 8)));
        if (await isRefused({ ...parts, bytes })) continue;
        passed.push(at);
        // Every load that the check lets through would end this process if the check were wrong; a sample is enough.
        if (passed.length % 20 !== 1) continue;
        await writeFile(path, bytes);
        const index = await openHnswIndex(library, path, { ...parts, bytes });
        const found = index.search(vectors.subarray(0, dimension), 10);
        expect(found.every((row) => row >= 0 && row < 40)).toBe(true);
      }
      // In the header only the last digits of the multiplier, which no search uses, may differ.
      expect(passed.filter((at) => at < 80 || (at >= 88 && at < 96))).toEqual([]);
    });

    it("is refused with an upper link to an element that has no upper level", async () => {
      const { parts } = await writeExample(exampleVectors(200, dimension));
      const elementBytes = 4 * (2 * graphSettings.m + 1) + 4 * dimension + 8;
      const upper = 96 + 200 * elementBytes;
      const view = new DataView(parts.bytes.buffer, parts.bytes.byteOffset);
      const levels: number[] = [];
      let link = 0;
      for (let at = upper; at < parts.bytes.length; at += 4 + view.getUint32(at, true)) {
        const hasLink = view.getUint32(at, true) > 0 && view.getUint32(at + 4, true) > 0;
        if (hasLink && link === 0) link = at + 8;
        levels.push(view.getUint32(at, true));
      }
      for (const [target, bytes] of levels.entries()) {
        const changed = parts.bytes.slice();
        new DataView(changed.buffer).setUint32(link, target, true);
        expect(await isRefused({ ...parts, bytes: changed })).toBe(bytes === 0);
      }
      expect(levels).toHaveLength(200);
    });

    it("is refused with a zeroed page, a cut end or one more byte", async () => {
      const { parts } = await writeExample(exampleVectors(600, dimension));
      const bad = [
        parts.bytes.slice().fill(0, 4096, 8192),
        parts.bytes.slice(0, -4),
        parts.bytes.slice(0, 90),
        new Uint8Array(),
        new Uint8Array([...parts.bytes, 0]),
        new Uint8Array([...parts.bytes, 0, 0, 0, 0]),
      ];
      for (const bytes of bad) await expect(checkGraphFile({ ...parts, bytes })).rejects.toThrow(IndexError);
    });

    it("is refused where it was built over other vectors, another dimension or other settings", async () => {
      const { parts } = await writeExample(exampleVectors(64, dimension));
      const others = [
        { vectors: exampleVectors(64, dimension, "another seed") },
        { vectors: exampleVectors(63, dimension) },
        { vectors: exampleVectors(32, 2 * dimension), dimension: 2 * dimension },
        { graph: { ...graphSettings, m: 8 } },
        { graph: { ...graphSettings, efConstruction: 100 } },
      ];
      for (const other of others) {
        const refused = checkGraphFile({ ...parts, ...other });
        await expect(refused).rejects.toThrow(/graph.hnsw is damaged: found .* npm run ingest/u);
      }
    });
  });
});

describe("recall", () => {
  const vectors = exampleVectors(200, dimension);
  const exact = createExactIndex(vectors, dimension);

  it("is 1 for the exact scan and 0 for an index that finds nothing", () => {
    const nothing: DenseIndex = { ...exact, search: () => [] };
    expect([measureRecall(exact, vectors), measureRecall(nothing, vectors)]).toEqual([1, 0]);
  });

  it("counts a row once, however often it is named", () => {
    const stuck: DenseIndex = { ...exact, search: (query) => Array(10).fill(exact.search(query, 1)[0]) };
    expect(measureRecall(stuck, vectors)).toBeCloseTo(0.1);
  });

  it("takes any of several equal vectors for right", () => {
    const same = new Float32Array(40 * dimension);
    for (let row = 0; row < 40; row++) same.set(vectors.subarray(0, dimension), row * dimension);
    const last: DenseIndex = {
      ...createExactIndex(same, dimension),
      search: () => [30, 31, 32, 33, 34, 35, 36, 37, 38, 39],
    };
    expect(measureRecall(last, same)).toBe(1);
  });
});

async function isRefused(parts: Parameters<typeof checkGraphFile>[0]): Promise<boolean> {
  try {
    await checkGraphFile(parts);
    return false;
  } catch (error) {
    if (error instanceof IndexError) return true;
    throw error;
  }
}
