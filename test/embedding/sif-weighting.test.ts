import { describe, expect, it } from "vitest";
import { createSifWeighting } from "../../src/embedding/sif-weighting.ts";

describe("createSifWeighting", () => {
  const { probability, weight } = createSifWeighting(1000);
  const ranks = Array.from({ length: 1000 }, (_, rank) => rank);

  it("gives probabilities that fall with the rank and sum to one", () => {
    expect(ranks.reduce((sum, rank) => sum + probability(rank), 0)).toBeCloseTo(1, 12);
    expect(probability(0) / probability(1)).toBeCloseTo(3.7 / 2.7, 12);
  });

  it("gives weights between zero and one that rise with the rank", () => {
    const weights = ranks.map(weight);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(weights[0]).toBeCloseTo(0.001 / (0.001 + probability(0)), 12);
    expect(weights.at(-1)).toBeLessThan(1);
  });
});
