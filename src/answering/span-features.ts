import type { WordVectors } from "../embedding/word-vectors.ts";
import { boundaryFeatureNames, boundaryFeatures } from "./span-boundaries.ts";
import type { SpanCandidate } from "./span-candidates.ts";
import type { KindFit } from "./span-kind.ts";
import { createSpanLikeness, likenessFeatureNames } from "./span-likeness.ts";
import { matchFeatureNames, matchFeatures } from "./span-matches.ts";
import type { SpanReading } from "./span-reading.ts";
import { questionFeatureNames, questionFeatures, shapeFeatureNames, shapeFeatures } from "./span-shape.ts";

/** Names of the features, in the order of the rows. */
export const spanFeatureNames: readonly string[] = [
  ...questionFeatureNames,
  ...shapeFeatureNames,
  ...boundaryFeatureNames,
  ...matchFeatureNames,
  ...likenessFeatureNames,
];

/** One row of features a span, in the order of the spans. */
export type SpanFeatures = (
  reading: SpanReading,
  spans: readonly SpanCandidate[],
  kindFit: KindFit,
) => readonly Float64Array[];

export function createSpanFeatures(words: WordVectors): SpanFeatures {
  const likenessOf = createSpanLikeness(words);
  return (reading, spans, kindFit) => {
    const asked = questionFeatures(reading);
    const likeness = likenessOf(reading);
    return spans.map((span) => {
      const row = new Float64Array(spanFeatureNames.length);
      let at = write(row, 0, asked);
      at = write(row, at, shapeFeatures(reading, span, kindFit));
      at = write(row, at, boundaryFeatures(reading, span));
      at = write(row, at, matchFeatures(reading, span));
      write(row, at, likeness(span));
      return row;
    });
  };
}

/** `row.set(values, at)`, which is several times slower for a plain array; returns where the next values go. */
function write(row: Float64Array, at: number, values: readonly number[]): number {
  for (let i = 0; i < values.length; i++) row[at + i] = values[i] as number;
  return at + values.length;
}
