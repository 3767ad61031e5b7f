/** A linear score over what retrieval found, and the table that turns it into a probability. */
export interface ConfidenceWeights {
  readonly inputs: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  /** Rising scores with the probability at each; between two the probability is interpolated, since `Math.exp` differs between engines. */
  readonly calibration: readonly (readonly [score: number, probability: number])[];
  /** Answers below this confidence are withheld. */
  readonly threshold: number;
}

/** Probability, 0 to 1 with 4 decimals, that the best answer found is right. */
export function confidenceOf(inputs: ArrayLike<number>, model: ConfidenceWeights): number {
  const { calibration } = model;
  const score = linearScore(inputs, model);
  const above = calibration.findIndex(([at]) => at >= score);
  if (above === 0) return calibration[0]?.[1] ?? 0;
  const [lowScore, low] = (above < 0 ? calibration.at(-1) : calibration[above - 1]) ?? [0, 0];
  const [highScore, high] = (above < 0 ? calibration.at(-1) : calibration[above]) ?? [0, 0];
  const share = highScore === lowScore ? 0 : (score - lowScore) / (highScore - lowScore);
  return Math.round((low + share * (high - low)) * 1e4) / 1e4;
}

/** Standardised, clipped at 4 deviations, weighted and summed. */
export function linearScore(inputs: ArrayLike<number>, { mean, deviation, weights, bias }: ConfidenceWeights): number {
  let score = bias;
  for (let i = 0; i < weights.length; i++) {
    const value = ((inputs[i] as number) - (mean[i] as number)) / (deviation[i] as number);
    score += (weights[i] as number) * Math.max(-4, Math.min(4, value));
  }
  return Math.round(score * 1e6) / 1e6;
}
