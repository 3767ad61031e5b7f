import { inputClip, type RankerWeights, withDistances } from "../src/retrieval/sentence-ranker.ts";
import { createAdam } from "./adam.ts";
import { seededRandom, shuffle } from "./random.ts";

/** One question: features of its candidates, and which of them are evidence. */
export interface TrainingList {
  readonly rows: readonly Float64Array[];
  readonly targets: readonly boolean[];
  /** How much the question counts, so that a large set does not drown the others. */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly hiddenUnits: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly dropout: number;
  readonly seed: number;
}

/**
 * Trains the ranker by listwise cross-entropy over the candidates of a question (Cao et al. 2007) with Adam
 * (Kingma and Ba 2015; decoupled decay after Loshchilov and Hutter 2019). The same input and seed give the same weights.
 */
export function trainListwise(
  lists: readonly TrainingList[],
  features: readonly string[],
  options: TrainingOptions,
): RankerWeights {
  const random = seededRandom(options.seed);
  const inputs = lists.map(({ rows }) => withDistances(rows));
  const { mean, deviation } = moments(inputs);
  for (const rows of inputs) for (const row of rows) standardise(row, mean, deviation);
  const width = 2 * features.length;
  const units = options.hiddenUnits;
  const size = units * width + 2 * units;
  const p = Float64Array.from({ length: size }, (_, i) =>
    i < units * width
      ? (random() * 2 - 1) * Math.sqrt(3 / width)
      : i < units * width + units
        ? 0
        : (random() * 2 - 1) * 0.3,
  );
  const gradient = new Float64Array(size);
  const order = lists.map((_, i) => i);
  const batch = 16;
  const adam = createAdam(size, {
    rate: options.learningRate,
    decay: options.weightDecay,
    steps: options.epochs * Math.ceil(lists.length / batch),
  });
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batch) {
      gradient.fill(0);
      for (const at of order.slice(from, from + batch)) {
        accumulate(inputs[at] as readonly Float64Array[], lists[at] as TrainingList, p, gradient, {
          units,
          width,
          dropout: options.dropout,
          random,
        });
      }
      adam(p, gradient, batch);
    }
  }
  const round = (x: number) => Math.round(x * 1e5) / 1e5;
  return {
    features,
    mean: Array.from(mean, round),
    deviation: Array.from(deviation, round),
    hidden: Array.from({ length: units }, (_, h) => Array.from(p.subarray(h * width, (h + 1) * width), round)),
    hiddenBias: Array.from(p.subarray(units * width, units * width + units), round),
    output: Array.from(p.subarray(units * width + units), round),
  };
}

/** Several networks as one: hidden units side by side, outputs divided by their number, which averages their scores. */
export function averageRankers(rankers: readonly RankerWeights[]): RankerWeights {
  const [first] = rankers;
  if (first === undefined) throw new Error("no ranker to average");
  return {
    ...first,
    hidden: rankers.flatMap(({ hidden }) => hidden),
    hiddenBias: rankers.flatMap(({ hiddenBias }) => hiddenBias),
    output: rankers.flatMap(({ output }) => output.map((x) => Math.round((x / rankers.length) * 1e5) / 1e5)),
  };
}

function accumulate(
  rows: readonly Float64Array[],
  list: TrainingList,
  p: Float64Array,
  gradient: Float64Array,
  { units, width, dropout, random }: { units: number; width: number; dropout: number; random: () => number },
): void {
  const out = units * width + units;
  const keep = Float64Array.from({ length: units }, () => (random() < dropout ? 0 : 1 / (1 - dropout)));
  const activations = rows.map((row) => {
    const a = new Float64Array(units);
    for (let h = 0; h < units; h++) {
      if (keep[h] === 0) continue;
      let sum = p[units * width + h] as number;
      for (let i = 0; i < width; i++) sum += (p[h * width + i] as number) * (row[i] as number);
      a[h] = sum > 0 ? sum : 0;
    }
    return a;
  });
  const scores = activations.map((a) =>
    a.reduce((sum, x, h) => sum + x * (keep[h] as number) * (p[out + h] as number), 0),
  );
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const positives = list.targets.filter(Boolean).length;
  for (const [r, row] of rows.entries()) {
    const error = list.weight * ((powers[r] as number) / total - (list.targets[r] ? 1 / positives : 0));
    if (Math.abs(error) < 1e-9) continue;
    const a = activations[r] as Float64Array;
    for (let h = 0; h < units; h++) {
      const active = a[h] as number;
      if (active <= 0) continue;
      const k = keep[h] as number;
      (gradient[out + h] as number) += error * active * k;
      const back = error * k * (p[out + h] as number);
      (gradient[units * width + h] as number) += back;
      for (let i = 0; i < width; i++) (gradient[h * width + i] as number) += back * (row[i] as number);
    }
  }
}

function moments(inputs: readonly (readonly Float64Array[])[]) {
  const width = inputs[0]?.[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  let count = 0;
  for (const rows of inputs) {
    for (const row of rows) {
      count++;
      for (let i = 0; i < width; i++) {
        (mean[i] as number) += row[i] as number;
        (deviation[i] as number) += (row[i] as number) ** 2;
      }
    }
  }
  for (let i = 0; i < width; i++) {
    (mean[i] as number) /= count;
    deviation[i] = Math.max(0.01, Math.sqrt(Math.max(0, (deviation[i] as number) / count - (mean[i] as number) ** 2)));
  }
  return { mean, deviation };
}

function standardise(row: Float64Array, mean: Float64Array, deviation: Float64Array): void {
  for (let i = 0; i < row.length; i++) {
    const value = ((row[i] as number) - (mean[i] as number)) / (deviation[i] as number);
    row[i] = Math.min(inputClip, Math.max(-inputClip, value));
  }
}
