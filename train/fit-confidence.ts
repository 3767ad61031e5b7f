import { createAdam } from "./adam.ts";
import { seededRandom, shuffle } from "./random.ts";

export interface ConfidenceExample {
  readonly inputs: Float64Array;
  readonly target: boolean;
  readonly weight: number;
}

const units = 12;
const epochs = 30;
const batch = 32;
const dropout = 0.3;
const seeds = [1, 2, 3, 4];

/** Fits the network of `ConfidenceWeights` by weighted cross-entropy, averaged over seeds; the same for the same input. */
export function fitConfidence(examples: readonly ConfidenceExample[]) {
  const { mean, deviation, rows } = standardise(examples.map(({ inputs }) => inputs));
  const average = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
  const fits = seeds.map((seed) => fitOne(rows, examples, average, seed));
  const width = mean.length;
  const round = (x: number) => Math.round(x * 1e5) / 1e5;
  return {
    mean: Array.from(mean, round),
    deviation: Array.from(deviation, round),
    hidden: fits.flatMap((p) =>
      Array.from({ length: units }, (_, h) => Array.from(p.subarray(h * width, (h + 1) * width), round)),
    ),
    hiddenBias: fits.flatMap((p) => Array.from(p.subarray(units * width, units * width + units), round)),
    output: fits.flatMap((p) =>
      Array.from(p.subarray(units * width + units, units * width + 2 * units), (x) => round(x / fits.length)),
    ),
    bias: round(fits.reduce((sum, p) => sum + (p[units * width + 2 * units] as number), 0) / fits.length),
  };
}

function fitOne(
  rows: readonly Float64Array[],
  examples: readonly ConfidenceExample[],
  average: number,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  const width = rows[0]?.length ?? 0;
  const biases = units * width;
  const outputs = biases + units;
  const size = outputs + units + 1;
  const p = Float64Array.from({ length: size }, (_, i) =>
    i < biases
      ? (random() * 2 - 1) * Math.sqrt(3 / width)
      : i < outputs || i === size - 1
        ? 0
        : (random() * 2 - 1) * 0.3,
  );
  const adam = createAdam(size, { rate: 2e-3, decay: 2e-2, steps: epochs * Math.ceil(rows.length / batch) });
  const gradient = new Float64Array(size);
  const order = rows.map((_, i) => i);
  const active = new Float64Array(units);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batch) {
      gradient.fill(0);
      for (const at of order.slice(from, from + batch)) {
        const row = rows[at] as Float64Array;
        const { target, weight } = examples[at] as ConfidenceExample;
        let score = p[size - 1] as number;
        for (let h = 0; h < units; h++) {
          active[h] = 0;
          if (random() < dropout) continue;
          let sum = p[biases + h] as number;
          for (let i = 0; i < width; i++) sum += (p[h * width + i] as number) * (row[i] as number);
          if (sum > 0) {
            active[h] = sum / (1 - dropout);
            score += (active[h] as number) * (p[outputs + h] as number);
          }
        }
        const error = (weight / average) * (1 / (1 + Math.exp(-score)) - (target ? 1 : 0));
        (gradient[size - 1] as number) += error;
        for (let h = 0; h < units; h++) {
          if (active[h] === 0) continue;
          (gradient[outputs + h] as number) += error * (active[h] as number);
          const back = (error * (p[outputs + h] as number)) / (1 - dropout);
          (gradient[biases + h] as number) += back;
          for (let i = 0; i < width; i++) (gradient[h * width + i] as number) += back * (row[i] as number);
        }
      }
      adam(p, gradient, batch);
    }
  }
  return p;
}

function standardise(inputs: readonly Float64Array[]) {
  const width = inputs[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of inputs) for (let i = 0; i < width; i++) (mean[i] as number) += (row[i] as number) / inputs.length;
  for (const row of inputs)
    for (let i = 0; i < width; i++)
      (deviation[i] as number) += ((row[i] as number) - (mean[i] as number)) ** 2 / inputs.length;
  for (let i = 0; i < width; i++) deviation[i] = Math.max(0.01, Math.sqrt(deviation[i] as number));
  const rows = inputs.map((row) =>
    row.map((x, i) => Math.max(-4, Math.min(4, (x - (mean[i] as number)) / (deviation[i] as number)))),
  );
  return { mean, deviation, rows };
}
