import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaUnderCurve,
  brierScore,
  calibrate,
  expectedCalibrationError,
  type Forecast,
} from "../../eval/calibration.ts";
import { mean, percentile, proportion, share } from "../../eval/statistics.ts";

function forecasts(...pairs: [confidence: number, right: 0 | 1][]): Forecast[] {
  return pairs.map(([confidence, right]) => ({ confidence, right: right === 1 }));
}

describe("proportion", () => {
  it("gives Wilson's interval", () => {
    // By hand for 8 of 10: centre (0.8 + 0.19207) / 1.38415 = 0.71674, half width 0.22659.
    const found = proportion(8, 10);
    expect(found?.value).toBe(0.8);
    expect(found?.low).toBeCloseTo(0.4902, 4);
    expect(found?.high).toBeCloseTo(0.9433, 4);
  });

  it("keeps a width at both ends and never leaves 0 to 1", () => {
    expect(proportion(0, 10)).toMatchObject({ low: 0 });
    expect(proportion(0, 10)?.high).toBeCloseTo(0.2775, 4);
    expect(proportion(10, 10)).toMatchObject({ high: 1 });
    expect(proportion(10, 10)?.low).toBeCloseTo(0.7225, 4);
  });

  it("is null of nothing", () => {
    expect(proportion(0, 0)).toBeNull();
    expect(share([], () => true)).toBeNull();
  });

  it("holds its value between its bounds", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (a, b) => {
        fc.pre(a + b > 0);
        const { value, low, high } = proportion(a, a + b) ?? { value: Number.NaN, low: 0, high: 0 };
        expect(low >= 0 && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });
});

describe("percentile", () => {
  it("takes the nearest rank", () => {
    const values = [50, 15, 20, 40, 35];
    expect([0, 0.05, 0.3, 0.4, 0.5, 0.9, 1].map((part) => percentile(values, part))).toEqual([
      15, 15, 20, 20, 35, 50, 50,
    ]);
  });

  it("sorts by number and leaves its input alone", () => {
    const values = [10, 9, 100];
    expect(percentile(values, 0.5)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it("is null of nothing, as the mean is", () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(mean([])).toBeNull();
    expect(mean([1, 2, 6])).toBe(3);
  });
});

describe("areaUnderCurve", () => {
  it("is 1 where every right one is above every wrong one, 0 the other way round", () => {
    expect(areaUnderCurve(forecasts([0.1, 0], [0.2, 0], [0.8, 1]))).toBe(1);
    expect(areaUnderCurve(forecasts([0.1, 1], [0.2, 0], [0.8, 0]))).toBe(0);
  });

  it("counts a tie half", () => {
    expect(areaUnderCurve(forecasts([0.5, 0], [0.5, 1]))).toBe(0.5);
    // Pairs: 0.5 beats 0.3, ties 0.5; 0.9 beats both. 3.5 of 4.
    expect(areaUnderCurve(forecasts([0.5, 1], [0.9, 1], [0.3, 0], [0.5, 0]))).toBe(0.875);
  });

  it("is null without both outcomes", () => {
    expect(areaUnderCurve(forecasts([0.5, 1]))).toBeNull();
    expect(areaUnderCurve(forecasts([0.5, 0]))).toBeNull();
  });

  it("agrees with counting every pair", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom<0 | 1>(0, 1));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const list = forecasts(...pairs);
        const right = list.filter((each) => each.right);
        const wrong = list.filter((each) => !each.right);
        const wins = right.flatMap((r) => wrong.map((w): number => (Math.sign(r.confidence - w.confidence) + 1) / 2));
        const expected = mean(wins);
        const found = areaUnderCurve(list);
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 10);
      }),
    );
  });
});

describe("expectedCalibrationError", () => {
  it("weighs the gap of each bin of equal count", () => {
    // Two bins: 0.1 and 0.3 with one right, gap |0.2 - 0.5|; 0.8 and 0.9 with both right, gap |0.85 - 1|.
    const list = forecasts([0.9, 1], [0.1, 0], [0.3, 1], [0.8, 1]);
    expect(expectedCalibrationError(list, 2)).toBeCloseTo((0.3 + 0.15) / 2, 12);
  });

  it("uses each forecast once when they do not divide evenly or are fewer than the bins", () => {
    expect(expectedCalibrationError(forecasts([0.2, 0], [0.6, 1], [0.7, 1]), 2)).toBeCloseTo((0.2 + 0.7) / 3, 12);
    expect(expectedCalibrationError(forecasts([0.2, 0], [0.6, 1]))).toBeCloseTo((0.2 + 0.4) / 2, 12);
  });

  it("does not depend on the order of equal confidences", () => {
    const list = forecasts([0.5, 1], [0.5, 1], [0.5, 0], [0.5, 0]);
    expect(expectedCalibrationError(list, 2)).toBe(0);
    expect(expectedCalibrationError([...list].reverse(), 2)).toBe(0);
  });

  it("is 0 where certainty is always borne out", () => {
    expect(expectedCalibrationError(forecasts([1, 1], [0, 0], [1, 1]))).toBe(0);
  });
});

describe("brierScore", () => {
  it("is the mean squared gap", () => {
    expect(brierScore(forecasts([0.5, 1], [0.5, 0], [1, 1], [1, 0]))).toBe((0.25 + 0.25 + 0 + 1) / 4);
  });
});

it("calibrate is null throughout of nothing", () => {
  expect(calibrate([])).toEqual({ forecasts: 0, auroc: null, expectedCalibrationError: null, brier: null });
});
