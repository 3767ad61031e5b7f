/** A small network over what retrieval found, and the table that turns its score into a probability. */
export interface ConfidenceWeights {
  readonly inputs: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** `hidden[h]` holds one weight an input. */
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  readonly output: readonly number[];
  readonly bias: number;
  /** Rising scores with the probability at each; between two the probability is interpolated, since `Math.exp` differs between engines. */
  readonly calibration: readonly (readonly [score: number, probability: number])[];
  /** Answers below this confidence are withheld. */
  readonly threshold: number;
}

/** Probability, 0 to 1 with 4 decimals, that the best answer found is right. */
export function confidenceOf(inputs: ArrayLike<number>, model: ConfidenceWeights): number {
  const score = confidenceScore(inputs, model);
  const { calibration } = model;
  const [first] = calibration;
  const last = calibration.at(-1);
  if (first === undefined || last === undefined) throw new Error("a confidence without calibration");
  if (score <= first[0]) return round(first[1]);
  if (score >= last[0]) return round(last[1]);
  const above = calibration.findIndex(([at]) => at > score);
  const [highScore, high] = calibration[above] ?? last;
  const [lowScore, low] = calibration[above - 1] ?? first;
  return round(low + ((score - lowScore) / (highScore - lowScore)) * (high - low));
}

/** Standardised inputs, clipped at 4 deviations, through rectified units; higher is likelier right. */
export function confidenceScore(
  inputs: ArrayLike<number>,
  model: Omit<ConfidenceWeights, "calibration" | "threshold">,
): number {
  const { mean, deviation, hidden, hiddenBias, output, bias } = model;
  const standard = mean.map((center, i) => {
    const value = ((inputs[i] as number) - center) / (deviation[i] as number);
    return value > 4 ? 4 : value < -4 ? -4 : value;
  });
  let score = bias;
  for (let h = 0; h < hidden.length; h++) {
    const unit = hidden[h] as readonly number[];
    let activation = hiddenBias[h] as number;
    for (let i = 0; i < standard.length; i++) activation += (unit[i] as number) * (standard[i] as number);
    if (activation > 0) score += (output[h] as number) * activation;
  }
  return Math.round(score * 1e6) / 1e6;
}

function round(probability: number): number {
  return Math.round(probability * 1e4) / 1e4;
}
