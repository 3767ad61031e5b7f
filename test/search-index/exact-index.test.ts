import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { unitVector } from "../../src/domain/vector.ts";
import { createExactIndex } from "../../src/search-index/exact-index.ts";
import { createRowFilter } from "../../src/search-index/row-filter.ts";
import { testDenseIndex } from "./dense-index-contract.ts";
import { exampleVectors, nearestByFullSort, rowOf } from "./example-content.ts";

testDenseIndex("the exact scan", async (vectors, dimension) => createExactIndex(vectors, dimension));

describe("the exact scan", () => {
  it("agrees with a full sort of all scores, ties included", () => {
    // Few different coordinates, so that many rows score the same.
    const row = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 3, maxLength: 3 });
    const direction = row.filter((values) => values.some((value) => value !== 0));
    fc.assert(
      fc.property(fc.array(direction, { maxLength: 60 }), direction, fc.integer({ min: 0, max: 70 }), (rows, to, k) => {
        const vectors = Float32Array.from(rows.flatMap((values) => Array.from(unitVector(values) ?? [])));
        const query = unitVector(to) ?? new Float32Array(3);
        expect(createExactIndex(vectors, 3).search(query, k)).toEqual(nearestByFullSort(vectors, query, k));
      }),
    );
  });

  it("agrees with a full sort of the rows that pass a filter", () => {
    const vectors = exampleVectors(90, 5);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(89)), fc.nat(89), fc.nat(100), (passing, row, k) => {
        const query = rowOf(vectors, row, 5);
        const within = createRowFilter(90, (each) => passing.includes(each));
        const expected = nearestByFullSort(vectors, query, 90).filter((each) => passing.includes(each));
        expect(createExactIndex(vectors, 5).search(query, k, within)).toEqual(expected.slice(0, k));
      }),
    );
  });

  it("finds nothing where there is nothing", () => {
    expect(createExactIndex(new Float32Array(0), 3).search(Float32Array.of(1, 0, 0), 5)).toEqual([]);
  });

  it("refuses vectors that are no whole rows", () => {
    expect(() => createExactIndex(new Float32Array(7), 3)).toThrow(IndexError);
    expect(() => createExactIndex(new Float32Array(6), 0)).toThrow(IndexError);
  });
});
