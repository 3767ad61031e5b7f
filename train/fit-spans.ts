import type { KindFit } from "../src/answering/span-kind.ts";
import { type FeedForwardWeights, standardise } from "../src/learned/feed-forward.ts";
import { createAdam } from "./adam.ts";
import { seededRandom, shuffle } from "./random.ts";

/** The spans of one sentence for one question. */
export interface SpanList {
  readonly rows: readonly Float64Array[];
  /** Reward of each span, 0 to 1. */
  readonly rewards: readonly number[];
  readonly weight: number;
}

export interface SpanKinds {
  readonly questionClass: string;
  readonly kinds: readonly string[];
  readonly rewards: readonly number[];
}

const units = 16;
const epochs = 24;
const batch = 16;
const rate = 3e-3;
const decay = 2e-2;
const dropout = 0.3;
/** Spans that count as seen before the first one of a class, so that a rare class stays near the average. */
const smoothing = 3;
/** A feature that hardly varies would blow up noise. */
const leastDeviation = 0.05;

/**
 * Fits one network a seed to the spans of a question as a whole, by the negative logarithm of the expected reward under
 * a softmax of the scores, and joins them into one that averages. The same input gives the same weights.
 */
export function fitSpans(lists: readonly SpanList[], seeds: readonly number[]): FeedForwardWeights {
  const { mean, deviation } = moments(lists.flatMap(({ rows }) => rows));
  const inputs = lists.map(({ rows }) =>
    rows.map((row) => row.map((x, i) => standardise(x, mean[i] as number, deviation[i] as number))),
  );
  const width = mean.length;
  const fits = seeds.map((seed) => fitOne(lists, inputs, seed));
  const biases = units * width;
  return {
    mean: Array.from(mean, round),
    deviation: Array.from(deviation, round),
    hidden: fits.flatMap((p) =>
      Array.from({ length: units }, (_, h) => Array.from(p.subarray(h * width, (h + 1) * width), roundShort)),
    ),
    hiddenBias: fits.flatMap((p) => Array.from(p.subarray(biases, biases + units), round)),
    output: fits.flatMap((p) => Array.from(p.subarray(biases + units), (x) => round(x / fits.length))),
    bias: 0,
  };
}

/** Logarithms of how much oftener than by chance a kind of span answers a class of question. */
export function fitKinds(lists: readonly SpanKinds[]): KindFit {
  const answers = new Map<string, Map<string, number>>();
  const chances = new Map<string, Map<string, number>>();
  const add = (into: Map<string, Map<string, number>>, [group, kind]: readonly [string, string], amount: number) => {
    const own = into.get(group) ?? new Map<string, number>();
    into.set(group, own.set(kind, (own.get(kind) ?? 0) + amount));
  };
  for (const { questionClass, kinds, rewards } of lists) {
    const total = rewards.reduce((a, b) => a + b, 0) || 1;
    for (const [i, kind] of kinds.entries()) {
      for (const group of [questionClass, ""]) {
        add(answers, [group, kind], (rewards[i] as number) / total);
        add(chances, [group, kind], 1 / kinds.length);
      }
    }
  }
  const count = (from: Map<string, Map<string, number>>, group: string, kind: string) =>
    from.get(group)?.get(kind) ?? 0;
  const kinds = [...(chances.get("")?.keys() ?? [])].sort();
  return Object.fromEntries(
    [...chances.keys()]
      .filter((group) => group !== "")
      .sort()
      .map((group) => [
        group,
        Object.fromEntries(
          kinds.map((kind) => {
            const average = (count(answers, "", kind) + 0.01) / (count(chances, "", kind) + 0.01);
            const own = count(answers, group, kind) + smoothing * average;
            return [kind, roundShort(Math.log(own / (count(chances, group, kind) + smoothing)))];
          }),
        ),
      ]),
  );
}

function fitOne(lists: readonly SpanList[], inputs: readonly (readonly Float64Array[])[], seed: number): Float64Array {
  const random = seededRandom(seed);
  const width = inputs[0]?.[0]?.length ?? 0;
  const biases = units * width;
  const p = Float64Array.from({ length: biases + 2 * units }, (_, i) =>
    i < biases ? (random() * 2 - 1) * Math.sqrt(3 / width) : i < biases + units ? 0 : (random() * 2 - 1) * 0.3,
  );
  const gradient = new Float64Array(p.length);
  const order = lists.map((_, i) => i);
  const adam = createAdam(p.length, { rate, decay, steps: epochs * Math.ceil(lists.length / batch) });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batch) {
      gradient.fill(0);
      for (const at of order.slice(from, from + batch)) {
        const keep = Float64Array.from({ length: units }, () => (random() < dropout ? 0 : 1 / (1 - dropout)));
        accumulate(inputs[at] as readonly Float64Array[], lists[at] as SpanList, { p, gradient, keep });
      }
      adam(p, gradient, batch);
    }
  }
  return p;
}

interface Step {
  readonly p: Float64Array;
  readonly gradient: Float64Array;
  /** By unit: 0 where it is dropped, else what makes up for the dropped ones. */
  readonly keep: Float64Array;
}

function accumulate(rows: readonly Float64Array[], list: SpanList, { p, gradient, keep }: Step): void {
  const width = rows[0]?.length ?? 0;
  const biases = units * width;
  const outputs = biases + units;
  const active = rows.map((row) => {
    const a = new Float64Array(units);
    for (let h = 0; h < units; h++) {
      if (keep[h] === 0) continue;
      let sum = p[biases + h] as number;
      for (let i = 0, at = h * width; i < width; i++, at++) sum += (p[at] as number) * (row[i] as number);
      a[h] = sum > 0 ? sum * (keep[h] as number) : 0;
    }
    return a;
  });
  const scores = active.map((a) => a.reduce((sum, x, h) => sum + x * (p[outputs + h] as number), 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const expected = powers.reduce((sum, power, r) => sum + (power / total) * (list.rewards[r] as number), 1e-9);
  for (const [r, row] of rows.entries()) {
    const share = (powers[r] as number) / total;
    const error = list.weight * share * (1 - (list.rewards[r] as number) / expected);
    if (Math.abs(error) < 1e-5) continue;
    const a = active[r] as Float64Array;
    for (let h = 0; h < units; h++) {
      if (a[h] === 0) continue;
      (gradient[outputs + h] as number) += error * (a[h] as number);
      const back = error * (keep[h] as number) * (p[outputs + h] as number);
      (gradient[biases + h] as number) += back;
      for (let i = 0, at = h * width; i < width; i++, at++) (gradient[at] as number) += back * (row[i] as number);
    }
  }
}

function moments(rows: readonly Float64Array[]) {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of rows) for (let i = 0; i < width; i++) (mean[i] as number) += (row[i] as number) / rows.length;
  for (const row of rows)
    for (let i = 0; i < width; i++)
      (deviation[i] as number) += ((row[i] as number) - (mean[i] as number)) ** 2 / rows.length;
  for (let i = 0; i < width; i++) deviation[i] = Math.max(leastDeviation, Math.sqrt(deviation[i] as number));
  return { mean, deviation };
}

function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}

/** Thousands of weights: three decimals keep the file small. */
function roundShort(x: number): number {
  return Math.round(x * 1e3) / 1e3;
}
