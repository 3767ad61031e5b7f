/** How a candidate stands among the others of its question, and among those of its own chunk. */
export const rivalryFeatureNames = [
  "rankOfCover",
  "rankOfScore",
  "rankOfChunk",
  "leadInChunk",
  "leadOfTypeInChunk",
  "bestInChunk",
] as const;

export interface Rival {
  readonly chunk: number;
  readonly cover: number;
  readonly score: number;
  readonly chunkScore: number;
  readonly offersType: number;
}

export function rivalryFeatures(rivals: readonly Rival[]): readonly (readonly number[])[] {
  const byCover = reciprocalRanks(rivals.map(({ cover }) => cover));
  const byScore = reciprocalRanks(rivals.map(({ score }) => score));
  const byChunk = reciprocalRanks(rivals.map(({ chunkScore }) => chunkScore));
  return rivals.map((own, i) => {
    const others = rivals.filter((each, j) => j !== i && each.chunk === own.chunk);
    const cover = others.reduce((max, each) => Math.max(max, each.cover), 0);
    const type = others.reduce((max, each) => Math.max(max, each.offersType), 0);
    return [
      byCover[i] as number,
      byScore[i] as number,
      byChunk[i] as number,
      others.length === 0 ? 0 : own.cover - cover,
      others.length === 0 ? 0 : own.offersType - type,
      own.cover >= cover ? 1 : 0,
    ];
  });
}

/** 1 for the largest value, 1/2 for the second largest, and so on; equal values share a rank. */
function reciprocalRanks(values: readonly number[]): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => b - a);
  const rank = new Map(sorted.map((value, i) => [value, 1 / (1 + i)]));
  return values.map((value) => rank.get(value) as number);
}
