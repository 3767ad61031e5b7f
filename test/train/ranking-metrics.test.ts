import { describe, expect, it } from "vitest";
import { averagePrecision, firstReciprocalRank } from "../../train/ranking-metrics.ts";

describe("averagePrecision", () => {
  it("is the mean of the precision at each relevant place", () => {
    // Places 1, 3 and 4: (1/1 + 2/3 + 3/4) / 3.
    expect(averagePrecision([true, false, true, true])).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
    expect(averagePrecision([false, true])).toBe(0.5);
  });

  it("is 1 where everything relevant comes first, however much follows", () => {
    expect(averagePrecision([true, true, false, false, false])).toBe(1);
  });

  it("is 0 where nothing is relevant", () => {
    expect(averagePrecision([false, false])).toBe(0);
    expect(averagePrecision([])).toBe(0);
  });
});

describe("firstReciprocalRank", () => {
  it("looks at the first relevant place alone", () => {
    expect(firstReciprocalRank([false, false, true, true])).toBe(1 / 3);
    expect(firstReciprocalRank([true, false])).toBe(1);
  });

  it("is 0 where nothing is relevant", () => {
    expect(firstReciprocalRank([false])).toBe(0);
  });
});
