import { describe, expect, it } from "vitest";
import { AnnalistError } from "../../src/domain/errors.ts";
import { createSentenceRanker, inputClip, withDistances } from "../../src/retrieval/sentence-ranker.ts";

/** One unit that adds up the features, and a second that their distances speak against. */
const weights = {
  features: ["a", "b"],
  mean: [0, 0, 0, 0],
  deviation: [1, 1, 1, 1],
  hidden: [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
  ],
  hiddenBias: [0, 0],
  output: [1, -1],
};
const rank = createSentenceRanker(weights, ["a", "b"]);

describe("the sentence ranker", () => {
  it("adds what its units say of the features and of their distance to the best", () => {
    expect(rank([Float64Array.of(1, 0), Float64Array.of(0.5, 2)])).toEqual([1 - 2, 2.5 - 0.5]);
  });

  it("silences a unit below 0", () => {
    expect(rank([Float64Array.of(-1, -1)])).toEqual([0]);
  });

  it("hears no input beyond its clip, in either direction", () => {
    expect(rank([Float64Array.of(1000, 0)])).toEqual([inputClip]);
    expect(createSentenceRanker({ ...weights, hiddenBias: [10, 0] }, ["a", "b"])([Float64Array.of(-1000, 0)])).toEqual([
      10 - inputClip,
    ]);
  });

  it("measures inputs in deviations from their mean", () => {
    const standardising = createSentenceRanker({ ...weights, mean: [1, 0, 0, 0], deviation: [2, 1, 1, 1] }, ["a", "b"]);
    expect(standardising([Float64Array.of(5, 0)])).toEqual([2]);
  });

  it("ranks nothing where there is nothing", () => {
    expect(rank([])).toEqual([]);
  });

  it.each([[["a"]], [["b", "a"]], [["a", "b", "c"]]])("refuses features that it was not trained on: %j", (names) => {
    expect(() => createSentenceRanker(weights, names)).toThrow(AnnalistError);
    expect(() => createSentenceRanker(weights, names)).toThrow("npm run train");
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
