import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { dot } from "../../src/domain/vector.ts";
import type { AwaitedDenseIndex, DenseIndex } from "../../src/search-index/dense-index.ts";
import { createRowFilter } from "../../src/search-index/row-filter.ts";
import { exampleVectors, nearestByFullSort, rowOf } from "./example-content.ts";

type Create = (vectors: Float32Array, dimension: number) => Promise<DenseIndex | AwaitedDenseIndex>;

/** What every dense index promises, whatever it finds by. */
export function testDenseIndex(name: string, create: Create): void {
  const dimension = 12;
  const vectors = exampleVectors(300, dimension);

  describe(`${name} as a dense index`, () => {
    it("states its size and dimension", async () => {
      const index = await create(vectors, dimension);
      expect([index.size, index.dimension]).toEqual([300, dimension]);
    });

    it("finds each row for its own vector", async () => {
      const index = await create(vectors, dimension);
      const found: (number | undefined)[] = [];
      for (let row = 0; row < 300; row++) found.push((await index.search(rowOf(vectors, row, dimension), 1))[0]);
      expect(found).toEqual(Array.from({ length: 300 }, (_, row) => row));
    });

    it("gives rows once, at most k, best first by the portable dot product and ties by row", async () => {
      const index = await create(vectors, dimension);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 299 }), fc.integer({ min: 0, max: 400 }), async (row, k) => {
          const query = rowOf(vectors, row, dimension);
          const rows = await index.search(query, k);
          const byRank = rows.toSorted((a, b) => score(query, b) - score(query, a) || a - b);
          expect(rows).toEqual(byRank);
          expect(new Set(rows).size).toBe(rows.length);
          expect(rows.length).toBeLessThanOrEqual(Math.min(k, 300));
        }),
        { numRuns: 60 },
      );
    });

    it("looks at the rows of a filter alone, and gives as many of the nearest of them as there are up to k", async () => {
      const index = await create(vectors, dimension);
      let [found, sought] = [0, 0];
      // Few rows, about the tenth at which a graph begins to be used, many, one of the centres, and all of them.
      const filters = fc.oneof(
        fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 300 }).map((rows) => new Set(rows)),
        fc.integer({ min: 25, max: 35 }).map((count) => new Set(Array.from({ length: count }, (_, i) => i * 7))),
        fc.integer({ min: 1, max: 6 }).map((step) => new Set(Array.from({ length: 300 / step }, (_, i) => i * step))),
      );
      await fc.assert(
        fc.asyncProperty(
          filters,
          fc.integer({ min: 0, max: 299 }),
          fc.integer({ min: 0, max: 60 }),
          async (passing, row, k) => {
            const within = createRowFilter(300, (each) => passing.has(each));
            const query = rowOf(vectors, row, dimension);
            const rows = await index.search(query, k, within);
            expect(rows).toHaveLength(Math.min(k, passing.size));
            expect(new Set(rows).size).toBe(rows.length);
            expect(rows.every((each) => passing.has(each))).toBe(true);
            expect(rows).toEqual(rows.toSorted((a, b) => score(query, b) - score(query, a) || a - b));
            const nearest = nearestByFullSort(vectors, query, 300).filter((each) => passing.has(each));
            const truth = new Set(nearest.slice(0, k));
            sought += truth.size;
            found += rows.filter((each) => truth.has(each)).length;
          },
        ),
        { numRuns: 150 },
      );
      expect(found / sought).toBeGreaterThan(0.99);
    });

    it("finds nothing where no row passes", async () => {
      const index = await create(vectors, dimension);
      expect(
        await index.search(
          rowOf(vectors, 0, dimension),
          5,
          createRowFilter(300, () => false),
        ),
      ).toEqual([]);
    });

    it("orders equal vectors by row", async () => {
      const one = rowOf(vectors, 0, dimension);
      const same = new Float32Array(5 * dimension);
      for (let row = 0; row < 5; row++) same.set(one, row * dimension);
      const index = await create(same, dimension);
      expect(await index.search(one, 5)).toEqual([0, 1, 2, 3, 4]);
    });

    it("serves an index of one row", async () => {
      const index = await create(vectors.slice(0, dimension), dimension);
      expect(await index.search(rowOf(vectors, 7, dimension), 10)).toEqual([0]);
    });

    it("refuses a query that is not a finite unit vector of its dimension", async () => {
      const index = await create(vectors, dimension);
      const good = rowOf(vectors, 0, dimension);
      const bad = [
        good.slice(1),
        new Float32Array(dimension),
        good.map((value) => 2 * value),
        good.with(3, Number.NaN),
        good.with(3, Number.POSITIVE_INFINITY),
      ];
      for (const query of bad) await expect((async () => index.search(query, 3))()).rejects.toThrow(ModelError);
    });

    it("refuses a k that is no count", async () => {
      const index = await create(vectors, dimension);
      for (const k of [-1, 1.5, Number.NaN]) {
        await expect((async () => index.search(rowOf(vectors, 0, dimension), k))()).rejects.toThrow(RangeError);
      }
    });
  });

  function score(query: Float32Array, row: number): number {
    return dot(query, rowOf(vectors, row, dimension));
  }
}
