import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantizeRow } from "../../src/embedding/quantize-row.ts";

describe("quantizeRow", () => {
  it("turns the largest magnitude into 127 and keeps the rest in proportion", () => {
    expect(quantizeRow([0.5, -1, 0.25, 0]).values).toEqual(Int8Array.of(64, -127, 32, 0));
  });

  it("scales the rounded row to unit length", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (vector) => {
        fc.pre(vector.some((value) => value !== 0));
        const { values, scale } = quantizeRow(vector);
        expect(values.reduce((sum, value) => sum + (value * scale) ** 2, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([[[0, 0]], [[Number.NaN]], [[Infinity, 1]], [[1, Number.NaN]], [[]]])("refuses %j", (vector) => {
    expect(() => quantizeRow(vector)).toThrow(RangeError);
  });
});
