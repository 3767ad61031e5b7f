import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConfidenceWeights, confidenceOf, confidenceScore } from "../../src/answering/confidence.ts";
import { shippedModels } from "../build-generation.ts";

/** The score is the input itself, from 0 on. */
const model: ConfidenceWeights = {
  inputs: ["x"],
  mean: [0],
  deviation: [1],
  hidden: [[1]],
  hiddenBias: [0],
  output: [1],
  bias: 0,
  calibration: [
    [1, 0.1],
    [2, 0.2],
    [3, 0.8],
  ],
  threshold: 0.5,
};

describe("the confidence", () => {
  it.each([
    ["below the table its first probability", 0, 0.1],
    ["at a row that row's", 2, 0.2],
    ["between two rows what lies between", 2.5, 0.5],
    ["above the table its last", 3.9, 0.8],
  ])("is %s", (_, input, probability) => {
    expect(confidenceOf([input], model)).toBe(probability);
  });

  it("never falls while the score rises, with the table that ships too", () => {
    const shipped = shippedModels().confidence.calibration;
    const score = fc.double({ min: -4, max: 4, noNaN: true });
    for (const calibration of [model.calibration, shipped]) {
      fc.assert(
        fc.property(score, score, (a, b) => {
          const at = (x: number) =>
            confidenceOf([x], { ...model, hidden: [[2], [-2]], hiddenBias: [0, 0], output: [1, -1], calibration });
          expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
          expect(at(a)).toBeGreaterThanOrEqual(0);
          expect(at(a)).toBeLessThanOrEqual(1);
        }),
      );
    }
  });

  it("hears no input beyond four deviations", () => {
    expect(confidenceScore([1e9], model)).toBe(4);
    expect(confidenceScore([9], { ...model, mean: [5], deviation: [2] })).toBe(2);
  });

  it("is refused without a table", () => {
    expect(() => confidenceOf([1], { ...model, calibration: [] })).toThrow("without calibration");
  });
});
