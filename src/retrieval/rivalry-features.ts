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
    let others = 0;
    let cover = 0;
    let type = 0;
    for (let j = 0; j < rivals.length; j++) {
      const each = rivals[j] as Rival;
      if (j === i || each.chunk !== own.chunk) continue;
      others++;
      if (each.cover > cover) cover = each.cover;
      if (each.offersType > type) type = each.offersType;
    }
    return [
      byCover[i] as number,
      byScore[i] as number,
      byChunk[i] as number,
      others === 0 ? 0 : own.cover - cover,
      others === 0 ? 0 : own.offersType - type,
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
