import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOf, fuseRanks } from "../../src/retrieval/fuse-ranks.ts";

const ranking = fc.uniqueArray(fc.integer({ min: 0, max: 9 }));

describe("fused ranks", () => {
  it("put what two rankings agree on before the best of one", () => {
    expect(
      fuseRanks([
        [1, 2, 3],
        [4, 2, 5],
      ])[0],
    ).toBe(2);
  });

  it("give ties to the smaller id", () => {
    expect(fuseRanks([[7], [3]])).toEqual([3, 7]);
  });

  it("leave one ranking as it is", () => {
    fc.assert(fc.property(ranking, (ids) => void expect(fuseRanks([ids])).toEqual(ids)));
  });

  it("hold every id once, whatever the order of the rankings", () => {
    fc.assert(
      fc.property(ranking, ranking, (a, b) => {
        const fused = fuseRanks([a, b]);
        expect([...fused].sort()).toEqual([...new Set([...a, ...b])].sort());
        expect(fuseRanks([b, a])).toEqual(fused);
      }),
    );
  });
});

describe("the best of a score table", () => {
  it("come first, at most so many, ties by the smaller id", () => {
    const scores = new Map([
      [5, 1],
      [2, 1],
      [9, 3],
      [1, 0],
    ]);
    expect(bestOf(scores, 3)).toEqual([9, 2, 5]);
  });
});
