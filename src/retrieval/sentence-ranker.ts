import { AnnalistError } from "../domain/errors.ts";

/**
 * A small network over features and their distance to the best candidate's: standardise, clip, one hidden layer of
 * rectified units, one score. It adds, multiplies and compares, so that every engine computes the same number.
 */
export interface RankerWeights {
  readonly features: readonly string[];
  /** Mean and standard deviation of each input: the features, then their distances. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** `hidden[h]` holds one weight an input. */
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  readonly output: readonly number[];
}

/** Inputs beyond this many standard deviations say no more than this many. */
export const inputClip = 4;

/** Raw scores of all candidates of one question, higher is better; `rows[i]` are the features of candidate i. */
export type SentenceRanker = (rows: readonly Float64Array[]) => readonly number[];

/** Throws an `AnnalistError` where the weights were made for other features than this program computes. */
export function createSentenceRanker(weights: RankerWeights, featureNames: readonly string[]): SentenceRanker {
  if (weights.features.join() !== featureNames.join()) {
    throw new AnnalistError(
      "configuration",
      `the ranker's weights were made for ${weights.features.length} features, this program computes ${featureNames.length} (or others): train again with: npm run train`,
    );
  }
  const units = weights.hidden.map((row) => Float64Array.from(row));
  return (rows) => {
    const inputs = withDistances(rows).map((input) => standardise(input, weights));
    return inputs.map((input) => {
      let score = 0;
      for (let h = 0; h < units.length; h++) {
        let activation = weights.hiddenBias[h] as number;
        const unit = units[h] as Float64Array;
        for (let i = 0; i < input.length; i++) activation += (unit[i] as number) * (input[i] as number);
        if (activation > 0) score += (weights.output[h] as number) * activation;
      }
      return Math.round(score * 1e6) / 1e6;
    });
  };
}

/** Each row followed by its distance to the largest value that any candidate of the question has. */
export function withDistances(rows: readonly Float64Array[]): readonly Float64Array[] {
  const first = rows[0];
  if (first === undefined) return [];
  const n = first.length;
  const largest = Float64Array.from(first);
  for (const row of rows)
    for (let i = 0; i < n; i++) if ((row[i] as number) > (largest[i] as number)) largest[i] = row[i] as number;
  return rows.map((row) => {
    const input = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      input[i] = row[i] as number;
      input[n + i] = (largest[i] as number) - (row[i] as number);
    }
    return input;
  });
}

function standardise(input: Float64Array, { mean, deviation }: RankerWeights): Float64Array {
  for (let i = 0; i < input.length; i++) {
    const value = ((input[i] as number) - (mean[i] as number)) / (deviation[i] as number);
    input[i] = value > inputClip ? inputClip : value < -inputClip ? -inputClip : value;
  }
  return input;
}
