import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";

/** The definition, without a table or a limit. */
function byDefinition(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const costs = [byDefinition(x, b) + 1, byDefinition(a, y) + 1, byDefinition(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    costs.push(byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...costs);
}

describe("the edit distance", () => {
  it.each([
    ["harbour", "harbour", 0],
    ["harbor", "harbour", 1],
    ["harbuor", "harbour", 1],
    ["herbour", "harbour", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it("is what its definition says, or one above the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(byDefinition(a, b), limit + 1));
      }),
    );
  });
});
