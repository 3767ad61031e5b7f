import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFeedForward, type FeedForwardWeights, inputClip, standardise } from "../../src/learned/feed-forward.ts";

/** The same network as its definition reads, one unit after another. */
function naive(
  { mean, deviation, hidden, hiddenBias, output, bias }: FeedForwardWeights,
  inputs: readonly number[],
): number {
  const standard = inputs.map((x, i) =>
    Math.max(-inputClip, Math.min(inputClip, (x - (mean[i] as number)) / (deviation[i] as number))),
  );
  return hidden.reduce((score, row, h) => {
    const sum = row.reduce((total, weight, i) => total + weight * (standard[i] as number), hiddenBias[h] as number);
    return score + (output[h] as number) * Math.max(0, sum);
  }, bias);
}

const width = 5;
const units = 3;
const number = fc.double({ min: -2, max: 2, noNaN: true });
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const networks: fc.Arbitrary<FeedForwardWeights> = fc.record({
  mean: numbers(width),
  deviation: fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: width, maxLength: width }),
  hidden: fc.array(numbers(width), { minLength: units, maxLength: units }),
  hiddenBias: numbers(units),
  output: numbers(units),
  bias: number,
});
/** Zeros among others, since zeros take a way of their own. */
const rows = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -20, max: 20, noNaN: true })), {
  minLength: width,
  maxLength: width,
});

describe("a feed-forward network", () => {
  it("scores as its definition reads", () => {
    fc.assert(
      fc.property(networks, rows, (weights, row) => {
        expect(Math.abs(createFeedForward(weights)(row) - naive(weights, row))).toBeLessThan(1e-5);
      }),
    );
  });

  it("scores a row alike whatever it has scored before, and leaves the row as it is", () => {
    fc.assert(
      fc.property(networks, rows, rows, (weights, first, second) => {
        const score = createFeedForward(weights);
        const copy = [...first];
        const once = score(first);
        score(second);
        expect(score(first)).toBe(once);
        expect(first).toEqual(copy);
      }),
    );
  });

  it("hears no input beyond its clip, in either direction", () => {
    expect(standardise(1000, 0, 1)).toBe(inputClip);
    expect(standardise(-1000, 0, 1)).toBe(-inputClip);
    expect(standardise(5, 1, 2)).toBe(2);
  });

  it("gives six decimals", () => {
    const score = createFeedForward({
      mean: [0],
      deviation: [3],
      hidden: [[1]],
      hiddenBias: [0],
      output: [1],
      bias: 0,
    });
    expect(score([1])).toBe(0.333333);
  });

  it("refuses layers that do not fit each other", () => {
    const weights = { mean: [0], deviation: [1], hidden: [[1]], hiddenBias: [0], output: [1], bias: 0 };
    expect(() => createFeedForward({ ...weights, deviation: [1, 1] })).toThrow(RangeError);
    expect(() => createFeedForward({ ...weights, hidden: [[1, 2]] })).toThrow(RangeError);
    expect(() => createFeedForward({ ...weights, output: [] })).toThrow(RangeError);
  });
});
