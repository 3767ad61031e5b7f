import { standardise } from "./feed-forward.ts";

/**
 * A network over one row of features and any number of rows, one a term of the question: each term row goes through a
 * small layer of rectified units of its own, their weighted mean and their maximum join the features (deep sets, after
 * Zaheer et al. 2017), and one hidden layer scores the whole. So one unmet name counts, wherever it stands.
 * It adds, multiplies, divides and compares, and rounds its score, so that every engine computes the same number.
 */
export interface TermNetworkWeights {
  /** Mean and standard deviation, above 0, of each feature; term rows are taken as they are. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** `term[e]` holds one weight a column of a term row. Column 0 is the weight of the term in the mean. */
  readonly term: readonly (readonly number[])[];
  readonly termBias: readonly number[];
  /** `hidden[h]` holds one weight a feature, then one a mean, then one a maximum of the term units. */
  readonly hidden: readonly (readonly number[])[];
  readonly hiddenBias: readonly number[];
  readonly output: readonly number[];
  readonly bias: number;
}

/** Terms beyond these are not read. */
export const maxTerms = 12;

/** Keeps the mean of no term at all finite. */
const epsilon = 1e-6;

/** Scores one row of raw features and the term rows, which lie one after the other; 6 decimals. */
export type TermNetwork = (features: ArrayLike<number>, termRows: Float64Array) => number;

/** The mean score of several networks of the same shape, as one. Throws a `RangeError` where layers do not fit. */
export function createTermNetwork(networks: readonly TermNetworkWeights[]): TermNetwork {
  const members = networks.map(createMember);
  return (features, termRows) => {
    let sum = 0;
    for (const member of members) sum += member(features, termRows);
    return members.length === 0 ? 0 : Math.round((sum / members.length) * 1e6) / 1e6;
  };
}

function createMember(weights: TermNetworkWeights): TermNetwork {
  const width = weights.mean.length;
  const units = weights.term.length;
  const columns = weights.term[0]?.length ?? 0;
  const joined = width + 2 * units;
  const layers = weights.hidden.length;
  const fits =
    weights.deviation.length === width &&
    weights.term.every((row) => row.length === columns) &&
    weights.termBias.length === units &&
    weights.hidden.every((row) => row.length === joined) &&
    weights.hiddenBias.length === layers &&
    weights.output.length === layers;
  if (!fits) throw new RangeError(`weights of a network of ${width} features and ${units} term units that do not fit`);
  const term = Float64Array.from(weights.term.flat());
  const hidden = Float64Array.from(weights.hidden.flat());
  const inputs = new Float64Array(joined);

  return (features, termRows) => {
    for (let i = 0; i < width; i++)
      inputs[i] = standardise(features[i] as number, weights.mean[i] as number, weights.deviation[i] as number);
    const count = columns === 0 ? 0 : Math.min(maxTerms, termRows.length / columns);
    let total = epsilon;
    for (let t = 0; t < count; t++) total += termRows[t * columns] as number;
    for (let e = 0; e < units; e++) {
      let mean = 0;
      let max = 0;
      for (let t = 0; t < count; t++) {
        let activation = weights.termBias[e] as number;
        for (let c = 0; c < columns; c++)
          activation += (term[e * columns + c] as number) * (termRows[t * columns + c] as number);
        if (activation <= 0) continue;
        mean += activation * (termRows[t * columns] as number);
        if (activation > max) max = activation;
      }
      inputs[width + e] = mean / total;
      inputs[width + units + e] = max;
    }
    let score = weights.bias;
    for (let h = 0; h < layers; h++) {
      let activation = weights.hiddenBias[h] as number;
      for (let i = 0; i < joined; i++) activation += (hidden[h * joined + i] as number) * (inputs[i] as number);
      if (activation > 0) score += (weights.output[h] as number) * activation;
    }
    return score;
  };
}
