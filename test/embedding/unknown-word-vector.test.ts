import { describe, expect, it } from "vitest";
import { dot, unitVector } from "../../src/domain/vector.ts";
import { addUnknownWordVector } from "../../src/embedding/unknown-word-vector.ts";

function vectorOf(word: string, weight = 1): Float64Array {
  const vector = new Float64Array(100);
  addUnknownWordVector(vector, word, weight);
  return vector;
}
const cosine = (a: string, b: string) => dot(unitVector(vectorOf(a)) ?? [], unitVector(vectorOf(b)) ?? []);

describe("addUnknownWordVector", () => {
  it("adds the weight that it is given, more or less, whatever the word's length", () => {
    for (const word of ["x", "雄安", "xiongan", "donaudampfschifffahrtsgesellschaft"]) {
      expect(Math.sqrt(dot(vectorOf(word, 0.5), vectorOf(word, 0.5)))).toBeCloseTo(0.5, 0);
    }
  });

  it("puts a word near its inflections and far from others", () => {
    expect(cosine("qubitrons", "qubitron")).toBeGreaterThan(0.6);
    expect(Math.abs(cosine("qubitron", "zhangbei"))).toBeLessThan(0.35);
  });

  it("adds to what is there", () => {
    const sum = vectorOf("qubitron");
    addUnknownWordVector(sum, "qubitron", 1);
    expect([...sum]).toEqual([...vectorOf("qubitron")].map((value) => expect.closeTo(2 * value, 12)));
  });
});
