import { describe, expect, it } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import { unitRows } from "../../src/embedding/unit-rows.ts";

describe("unitRows", () => {
  it("scales to unit length and leaves out what follows the vector", () => {
    const { values } = unitRows(["b", "a"], { dimensions: 2, vectors: { a: [3, 4, 5, 0], b: [0, 2, 2, 1] } });
    expect([...values]).toEqual([0, 1, Math.fround(0.6), Math.fround(0.8)]);
  });

  it.each<[string, Readonly<Record<string, readonly number[]>>]>([
    ["missing", {}],
    ["short", { constructor: [1] }],
    ["zero", { constructor: [0, 0, 1] }],
    ["not finite", { constructor: [1, Number.NaN] }],
  ])("refuses a vector that is %s, by the word", (_, vectors) => {
    expect(() => unitRows(["constructor"], { dimensions: 2, vectors })).toThrow(ModelError);
    expect(() => unitRows(["constructor"], { dimensions: 2, vectors })).toThrow('"constructor"');
  });
});
