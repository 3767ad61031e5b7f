import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputClip } from "../../src/learned/feed-forward.ts";
import { createTermNetwork, maxTerms, type TermNetworkWeights } from "../../src/learned/term-network.ts";

/** The same network as its definition reads. */
function naive(w: TermNetworkWeights, features: readonly number[], terms: readonly (readonly number[])[]): number {
  const relu = (x: number) => Math.max(0, x);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  const standard = features.map((x, i) =>
    Math.max(-inputClip, Math.min(inputClip, (x - (w.mean[i] as number)) / (w.deviation[i] as number))),
  );
  const read = terms.slice(0, maxTerms);
  const units = w.term.map((row, e) => read.map((term) => relu(dot(row, term) + (w.termBias[e] as number))));
  const total = read.reduce((sum, term) => sum + (term[0] as number), 1e-6);
  const means = units.map((unit) => unit.reduce((sum, u, t) => sum + u * (read[t]?.[0] as number), 0) / total);
  const joined = [...standard, ...means, ...units.map((unit) => Math.max(0, ...unit))];
  return w.hidden.reduce(
    (score, row, h) => score + (w.output[h] as number) * relu(dot(row, joined) + (w.hiddenBias[h] as number)),
    w.bias,
  );
}

const number = fc.double({ min: -2, max: 2, noNaN: true });
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const rows = (count: number, length: number) => fc.array(numbers(length), { minLength: count, maxLength: count });
const positive = fc.double({ min: 0.1, max: 2, noNaN: true });
const networks: fc.Arbitrary<TermNetworkWeights> = fc.record({
  mean: numbers(4),
  deviation: fc.array(positive, { minLength: 4, maxLength: 4 }),
  term: rows(2, 3),
  termBias: numbers(2),
  hidden: rows(3, 8),
  hiddenBias: numbers(3),
  output: numbers(3),
  bias: number,
});
const termRows = fc.array(fc.tuple(positive, number, number), { maxLength: maxTerms + 2 });

describe("a network over terms", () => {
  it("scores as its definition reads, for any number of terms", () => {
    fc.assert(
      fc.property(networks, numbers(4), termRows, (weights, features, terms) => {
        const score = createTermNetwork([weights])(features, Float64Array.from(terms.flat()));
        expect(Math.abs(score - naive(weights, features, terms))).toBeLessThan(1e-5);
      }),
    );
  });

  it("does not mind the order of the terms", () => {
    fc.assert(
      fc.property(
        networks,
        numbers(4),
        fc.array(fc.tuple(positive, number, number), { maxLength: 5 }),
        (w, x, terms) => {
          const score = createTermNetwork([w]);
          const forward = score(x, Float64Array.from(terms.flat()));
          expect(score(x, Float64Array.from([...terms].reverse().flat()))).toBeCloseTo(forward, 4);
        },
      ),
    );
  });

  it("is 0 without a member", () => {
    expect(createTermNetwork([])([], new Float64Array(0))).toBe(0);
  });

  it("refuses layers that do not fit each other", () => {
    const fitting = {
      mean: [0],
      deviation: [1],
      term: [[1]],
      termBias: [0],
      hidden: [[1, 1, 1]],
      hiddenBias: [0],
      output: [1],
      bias: 0,
    };
    expect(createTermNetwork([fitting])([1], Float64Array.of(1))).toBeCloseTo(3, 4);
    expect(() => createTermNetwork([{ ...fitting, hidden: [[1, 1]] }])).toThrow(RangeError);
    expect(() => createTermNetwork([{ ...fitting, deviation: [] }])).toThrow(RangeError);
  });
});
