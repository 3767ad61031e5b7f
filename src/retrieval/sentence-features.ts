import type { AnalysedQuestion } from "./analyse-question.ts";
import { answerTypeFeatureNames, answerTypeFeatures } from "./answer-type-features.ts";
import type { Candidate } from "./candidate.ts";
import { constraintFeatureNames, constraintFeatures } from "./constraint-features.ts";
import { coverageFeatureNames, coverageFeatures } from "./coverage-features.ts";
import { placeFeatureNames, placeFeatures } from "./place-features.ts";
import { rivalryFeatureNames, rivalryFeatures } from "./rivalry-features.ts";

/** Names of the features, in the order of `sentenceFeatures`. Each is about 0 to 1. */
export const featureNames = [
  ...coverageFeatureNames,
  ...constraintFeatureNames,
  ...answerTypeFeatureNames,
  ...placeFeatureNames,
  ...rivalryFeatureNames,
] as const;

export type FeatureName = (typeof featureNames)[number];

const coverAt = featureNames.indexOf("coverWithHeading");
const scoreAt = featureNames.indexOf("sentenceScore");
const rivalryAt = featureNames.length - rivalryFeatureNames.length;
const typeAt = featureNames.indexOf("offersType");

/** Features of one question and its candidates: one row a candidate, in the order of `featureNames`. */
export function sentenceFeatures(
  question: AnalysedQuestion,
  candidates: readonly Candidate[],
): readonly Float64Array[] {
  const rows = candidates.map((candidate) => {
    const row = new Float64Array(featureNames.length);
    let at = write(row, 0, coverageFeatures(question, candidate));
    at = write(row, at, constraintFeatures(question, candidate));
    at = write(row, at, answerTypeFeatures(question, candidate));
    write(row, at, placeFeatures(question, candidate));
    return row;
  });
  const rivals = rows.map((row, i) => ({
    chunk: candidates[i]?.chunkRow ?? -1,
    chunkScore: candidates[i]?.chunkScore ?? 0,
    cover: row[coverAt] as number,
    score: row[scoreAt] as number,
    offersType: row[typeAt] as number,
  }));
  for (const [i, rivalry] of rivalryFeatures(rivals).entries()) write(rows[i] as Float64Array, rivalryAt, rivalry);
  return rows;
}

/** `row.set(values, at)`, which is several times slower for a plain array; returns where the next values go. */
function write(row: Float64Array, at: number, values: readonly number[]): number {
  for (let i = 0; i < values.length; i++) row[at + i] = values[i] as number;
  return at + values.length;
}
