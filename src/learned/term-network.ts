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
  const [mean, deviation] = [Float64Array.from(weights.mean), Float64Array.from(weights.deviation)];
  // Most features are 0 most of the time: what zeros come to is added up once, and only the others are gone through.
  const zeros = mean.map((center, i) => standardise(0, center, deviation[i] as number));
  const ofZeros = weights.hidden.map((row, h) =>
    zeros.reduce((sum, zero, i) => sum + (row[i] as number) * zero, weights.hiddenBias[h] as number),
  );
  const term = createLayer(weights.term, weights.termBias, columns);
  const hidden = createLayer(weights.hidden, ofZeros, joined);
  const output = Float64Array.from(weights.output);
  const means = new Float64Array(units);
  const maxima = new Float64Array(units);

  function readTerms(termRows: Float64Array): void {
    const count = columns === 0 ? 0 : Math.min(maxTerms, termRows.length / columns);
    let total = epsilon;
    means.fill(0);
    maxima.fill(0);
    for (let t = 0, row = 0; t < count; t++, row += columns) {
      const weight = termRows[row] as number;
      total += weight;
      for (let c = 0; c < columns; c++) term.put(c, termRows[row + c] as number);
      term.close();
      for (let e = 0; e < units; e++) {
        const activation = term.sums[e] as number;
        if (activation <= 0) continue;
        means[e] = (means[e] as number) + activation * weight;
        if (activation > (maxima[e] as number)) maxima[e] = activation;
      }
    }
    for (let e = 0; e < units; e++) hidden.put(width + e, (means[e] as number) / total);
    for (let e = 0; e < units; e++) hidden.put(width + units + e, maxima[e] as number);
  }

  return (features, termRows) => {
    for (let i = 0; i < width; i++) {
      const value = features[i] as number;
      if (value === 0) continue;
      hidden.put(i, standardise(value, mean[i] as number, deviation[i] as number) - (zeros[i] as number));
    }
    readTerms(termRows);
    hidden.close();
    let score = weights.bias;
    for (let h = 0; h < layers; h++) {
      const activation = hidden.sums[h] as number;
      if (activation > 0) score += (output[h] as number) * activation;
    }
    return score;
  };
}

/** One layer that is given its inputs one by one; those that are 0 are passed over, since they add nothing. */
interface Layer {
  put(input: number, value: number): void;
  /** Adds up what was put, in that order, into `sums`, and forgets it. */
  close(): void;
  /** One a unit, its bias included; some zeros follow. */
  readonly sums: Float64Array;
}

/** Units that are added up side by side, so that their sums do not wait for each other. */
const lanes = 4;

function createLayer(rows: readonly (readonly number[])[], biases: readonly number[], width: number): Layer {
  const units = Math.ceil(rows.length / lanes) * lanes;
  const sums = new Float64Array(units);
  const bias = new Float64Array(units);
  bias.set(biases);
  // One input after another, each with its weight in every unit.
  const weights = new Float64Array(width * units);
  for (const [unit, row] of rows.entries()) for (const [i, weight] of row.entries()) weights[i * units + unit] = weight;
  const places = new Int32Array(width);
  const values = new Float64Array(width);
  let count = 0;
  return {
    sums,
    put: (input, value) => {
      if (value === 0) return;
      places[count] = input * units;
      values[count++] = value;
    },
    close: () => {
      for (let unit = 0; unit < units; unit += lanes) {
        let a = bias[unit] as number;
        let b = bias[unit + 1] as number;
        let c = bias[unit + 2] as number;
        let d = bias[unit + 3] as number;
        for (let i = 0; i < count; i++) {
          const at = (places[i] as number) + unit;
          const value = values[i] as number;
          a += (weights[at] as number) * value;
          b += (weights[at + 1] as number) * value;
          c += (weights[at + 2] as number) * value;
          d += (weights[at + 3] as number) * value;
        }
        sums[unit] = a;
        sums[unit + 1] = b;
        sums[unit + 2] = c;
        sums[unit + 3] = d;
      }
      count = 0;
    },
  };
}
