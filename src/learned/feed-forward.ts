/**
 * One small network: inputs are standardised, clipped, sent through one hidden layer of rectified units, and summed.
 * It adds, multiplies and compares, and rounds its score, so that every engine computes the same number.
 */
export interface FeedForwardWeights {
  /** Mean and standard deviation, above 0, of each input. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** `hidden[h]` holds one weight an input. */
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  /** One weight a hidden unit. */
  readonly output: readonly number[];
  readonly bias: number;
}

/** Inputs beyond this many standard deviations say no more than this many. */
export const inputClip = 4;

/** Scores one row of raw inputs, which it leaves as they are; 6 decimals. */
export type FeedForward = (inputs: ArrayLike<number>) => number;

/** Throws a `RangeError` where the layers of the weights do not fit each other. */
export function createFeedForward(weights: FeedForwardWeights): FeedForward {
  const { bias } = weights;
  const width = weights.mean.length;
  const units = weights.hidden.length;
  if (weights.deviation.length !== width || weights.hidden.some((row) => row.length !== width))
    throw new RangeError(`weights of a network of ${width} inputs that differ in their number of inputs`);
  if (weights.hiddenBias.length !== units || weights.output.length !== units)
    throw new RangeError(`weights of a network of ${units} hidden units that differ in their number of units`);
  const [mean, deviation] = [Float64Array.from(weights.mean), Float64Array.from(weights.deviation)];
  const output = Float64Array.from(weights.output);
  // Most inputs are 0 most of the time: what zeros come to is added up once, and only the others are gone through.
  const zeros = mean.map((center, i) => standardise(0, center, deviation[i] as number));
  const ofZeros = Float64Array.from(weights.hidden, (row, h) =>
    row.reduce((sum, weight, i) => sum + weight * (zeros[i] as number), weights.hiddenBias[h] as number),
  );
  // One input after another, each with its weight in every unit.
  const byInput = Float64Array.from(
    { length: width * units },
    (_, at) => weights.hidden[at % units]?.[Math.floor(at / units)] as number,
  );
  const activations = new Float64Array(units);
  return (inputs) => {
    activations.set(ofZeros);
    for (let i = 0; i < width; i++) {
      const value = inputs[i] as number;
      if (value === 0) continue;
      const moved = standardise(value, mean[i] as number, deviation[i] as number) - (zeros[i] as number);
      for (let h = 0, at = i * units; h < units; h++, at++)
        activations[h] = (activations[h] as number) + moved * (byInput[at] as number);
    }
    let score = bias;
    for (let h = 0; h < units; h++) {
      const activation = activations[h] as number;
      if (activation > 0) score += activation * (output[h] as number);
    }
    return Math.round(score * 1e6) / 1e6;
  };
}

/** Distance from the mean in standard deviations, at most `inputClip` either way. */
export function standardise(value: number, mean: number, deviation: number): number {
  const standard = (value - mean) / deviation;
  return standard > inputClip ? inputClip : standard < -inputClip ? -inputClip : standard;
}
