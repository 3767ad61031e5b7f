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
const typeAt = featureNames.indexOf("offersType");

/** Features of one question and its candidates: one row a candidate, in the order of `featureNames`. */
export function sentenceFeatures(
  question: AnalysedQuestion,
  candidates: readonly Candidate[],
): readonly Float64Array[] {
  const own = candidates.map((candidate) => [
    ...coverageFeatures(question, candidate),
    ...constraintFeatures(question, candidate),
    ...answerTypeFeatures(question, candidate),
    ...placeFeatures(question, candidate),
  ]);
  const rivals = own.map((row, i) => ({
    chunk: candidates[i]?.chunkRow ?? -1,
    chunkScore: candidates[i]?.chunkScore ?? 0,
    cover: row[coverAt] as number,
    score: row[scoreAt] as number,
    offersType: row[typeAt] as number,
  }));
  return rivalryFeatures(rivals).map((rivalry, i) => Float64Array.from([...(own[i] as number[]), ...rivalry]));
}
