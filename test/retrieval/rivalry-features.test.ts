import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rival, rivalryFeatureNames, rivalryFeatures } from "../../src/retrieval/rivalry-features.ts";

const nobody: Rival = { chunk: 0, cover: 0, score: 0, chunkScore: 0, offersType: 0 };

function read(rivals: readonly Partial<Rival>[]) {
  return rivalryFeatures(rivals.map((rival) => ({ ...nobody, ...rival }))).map((row) =>
    Object.fromEntries(rivalryFeatureNames.map((name, i) => [name, row[i] as number])),
  );
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rival = fc.record({
  chunk: fc.nat(4),
  cover: share,
  score: share,
  chunkScore: share,
  offersType: fc.constantFrom(0, 1),
});

describe("a candidate among its rivals", () => {
  it("has the reciprocal of its rank, by cover, by its score and by that of its chunk", () => {
    const rows = read([
      { cover: 0.5, score: 0.9, chunkScore: 0.1 },
      { cover: 0.8, score: 0.2, chunkScore: 0.2, chunk: 1 },
      { cover: 0.1, score: 0.3, chunkScore: 0.3, chunk: 2 },
    ]);
    expect(rows.map(({ rankOfCover }) => rankOfCover)).toEqual([1 / 2, 1, 1 / 3]);
    expect(rows.map(({ rankOfScore }) => rankOfScore)).toEqual([1, 1 / 3, 1 / 2]);
    expect(rows.map(({ rankOfChunk }) => rankOfChunk)).toEqual([1 / 3, 1 / 2, 1]);
  });

  it("shares a rank with its equals", () => {
    const rows = read([{ cover: 0.5 }, { cover: 0.5 }, { cover: 0.2 }]);
    expect(rows.map(({ rankOfCover }) => rankOfCover)).toEqual([1, 1, 1 / 2]);
  });

  it("leads its own chunk, whatever the others hold", () => {
    const rows = read([{ cover: 0.75 }, { cover: 0.5 }, { cover: 0.9, chunk: 1 }]);
    expect(rows.map(({ leadInChunk }) => leadInChunk)).toEqual([0.25, -0.25, 0]);
    expect(rows.map(({ bestInChunk }) => bestInChunk)).toEqual([1, 0, 1]);
  });

  it("leads its chunk where it alone offers what is asked for", () => {
    const rows = read([{ offersType: 1 }, { offersType: 0 }, { offersType: 1, chunk: 1 }]);
    expect(rows.map(({ leadOfTypeInChunk }) => leadOfTypeInChunk)).toEqual([1, -1, 0]);
  });

  it("does not hang on the order of the candidates", () => {
    fc.assert(
      fc.property(fc.array(rival, { maxLength: 12 }), (rivals) => {
        expect(rivalryFeatures(rivals.toReversed())).toEqual(rivalryFeatures(rivals).toReversed());
      }),
    );
  });

  it("is the best of its chunk at least once in every chunk", () => {
    fc.assert(
      fc.property(fc.array(rival, { minLength: 1, maxLength: 12 }), (rivals) => {
        const rows = read(rivals);
        for (const { chunk } of rivals)
          expect(rows.some(({ bestInChunk }, i) => bestInChunk === 1 && rivals[i]?.chunk === chunk)).toBe(true);
      }),
    );
  });
});
