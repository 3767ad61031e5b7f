import { describe, expect, it } from "vitest";
import { AnnalistError } from "../../src/domain/errors.ts";
import { createSentenceRanker, type RankerWeights, withDistances } from "../../src/retrieval/sentence-ranker.ts";

/** One unit adds up the features, a second their distances, a third what the terms have; the second speaks against. */
const weights: RankerWeights = {
  features: ["a", "b"],
  termFeatures: ["weight", "met"],
  networks: [
    {
      mean: [0, 0, 0, 0],
      deviation: [1, 1, 1, 1],
      term: [[0, 1]],
      termBias: [0],
      hidden: [
        [1, 1, 0, 0, 0, 0],
        [0, 0, 1, 1, 0, 0],
        [0, 0, 0, 0, 0, 1],
      ],
      hiddenBias: [0, 0, 0],
      output: [1, -1, 10],
      bias: 0,
    },
  ],
};
const rank = createSentenceRanker(weights, weights);
const candidate = (features: readonly number[], terms: readonly number[] = []) => ({
  features: Float64Array.from(features),
  termRows: Float64Array.from(terms),
});

describe("the sentence ranker", () => {
  it("adds what its units say of the features and of their distance to the best", () => {
    expect(rank([candidate([1, 0]), candidate([0.5, 2])])).toEqual([1 - 2, 2.5 - 0.5]);
  });

  it("hears what each term of the question found", () => {
    expect(rank([candidate([0, 0], [1, 0, 1, 1]), candidate([0, 0], [1, 0, 1, 0])])).toEqual([10, 0]);
  });

  it("averages several networks", () => {
    const [one] = weights.networks;
    const two = { ...weights, networks: [one, { ...one, bias: 4 }] } as RankerWeights;
    expect(createSentenceRanker(two, weights)([candidate([1, 0])])).toEqual([1 + 2]);
  });

  it("ranks nothing where there is nothing", () => {
    expect(rank([])).toEqual([]);
  });

  it.each([
    [["a"], ["weight", "met"]],
    [
      ["b", "a"],
      ["weight", "met"],
    ],
    [["a", "b"], ["weight"]],
  ])("refuses features that it was not trained on: %j, %j", (features, termFeatures) => {
    expect(() => createSentenceRanker(weights, { features, termFeatures })).toThrow(AnnalistError);
    expect(() => createSentenceRanker(weights, { features, termFeatures })).toThrow("npm run train");
  });
});

describe("distances", () => {
  it("stand behind the features, and are 0 for the best", () => {
    const rows = withDistances([Float64Array.of(1, 5), Float64Array.of(3, 4)]);
    expect(rows.map((row) => [...row])).toEqual([
      [1, 5, 2, 0],
      [3, 4, 0, 1],
    ]);
  });
});
