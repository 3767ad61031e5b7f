import { mean } from "./statistics.ts";

/** A stated probability, 0 to 1, and whether what it was stated of came true. */
export interface Forecast {
  readonly confidence: number;
  readonly right: boolean;
}

/** How well confidences tell right from wrong, and how well they mean what they say. */
export interface Calibration {
  readonly forecasts: number;
  readonly auroc: number | null;
  readonly expectedCalibrationError: number | null;
  readonly brier: number | null;
}

export function calibrate(forecasts: readonly Forecast[]): Calibration {
  return {
    forecasts: forecasts.length,
    auroc: areaUnderCurve(forecasts),
    expectedCalibrationError: expectedCalibrationError(forecasts),
    brier: brierScore(forecasts),
  };
}

/**
 * Area under the ROC curve: the chance that a right one has the higher confidence than a wrong one, a tie counting half
 * (Mann-Whitney U by mean ranks). 0.5 is no better than chance. Null unless both a right and a wrong one exist.
 */
export function areaUnderCurve(forecasts: readonly Forecast[]): number | null {
  const sorted = [...forecasts].sort((a, b) => a.confidence - b.confidence);
  const right = sorted.filter((each) => each.right).length;
  const wrong = sorted.length - right;
  if (right === 0 || wrong === 0) return null;
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to]?.confidence === sorted[from]?.confidence && to < sorted.length) to++;
    // Ranks from + 1 to `to` share their mean.
    rankSum += sorted.slice(from, to).filter((each) => each.right).length * ((from + 1 + to) / 2);
    from = to;
  }
  return (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}

/**
 * Expected calibration error over bins of equal count, by confidence (Naeini et al. 2015; equal mass as in Nguyen and
 * O'Connor 2015): the mean gap between confidence and share of right ones, weighted by count. Equal confidences share
 * their outcomes evenly, so that the order of the cases decides nothing where a bin ends among them.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins = 10): number | null {
  if (forecasts.length === 0) return null;
  const groups = Map.groupBy(forecasts, ({ confidence }) => confidence);
  const gaps = [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([confidence, tied]) => {
      const right = tied.filter((each) => each.right).length / tied.length;
      return tied.map(() => confidence - right);
    });
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const from = Math.floor((bin * gaps.length) / bins);
    const to = Math.floor(((bin + 1) * gaps.length) / bins);
    error += Math.abs(gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0));
  }
  return error / gaps.length;
}

/** Mean squared difference between confidence and outcome (Brier 1950): 0 is perfect, 0.25 is "always one half". */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  return mean(forecasts.map(({ confidence, right }) => (confidence - Number(right)) ** 2));
}
