import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createConfidence, probabilityOf } from "../../src/answering/confidence.ts";
import { shippedModels } from "../build-generation.ts";

const table = [
  [1, 0.1],
  [2, 0.2],
  [3, 0.8],
] as const;

describe("the probability of a score", () => {
  it.each([
    ["below the table is its first", 0, 0.1],
    ["at a row is that row's", 2, 0.2],
    ["between two rows lies between theirs", 2.5, 0.5],
    ["above the table is its last", 3.9, 0.8],
  ])("%s", (_, score, probability) => {
    expect(probabilityOf(score, table)).toBe(probability);
  });

  it("never falls while the score rises, with the table that ships too", () => {
    const score = fc.double({ min: -9, max: 9, noNaN: true });
    for (const calibration of [table, shippedModels().confidence.calibration]) {
      fc.assert(
        fc.property(score, score, (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => probabilityOf(x, calibration));
          expect(low).toBeLessThanOrEqual(high as number);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        }),
      );
    }
  });

  it("is refused without a table", () => {
    expect(() => probabilityOf(1, [])).toThrow("without calibration");
  });
});

describe("the confidence", () => {
  it("is 0 where nothing was found", () => {
    expect(createConfidence(shippedModels().confidence).probability({ sentences: [] })).toBe(0);
  });

  it("refuses weights that were made for other inputs, and says how to get others", () => {
    const { confidence } = shippedModels();
    expect(() => createConfidence({ ...confidence, inputs: confidence.inputs.slice(1) })).toThrow("npm run train");
  });
});
