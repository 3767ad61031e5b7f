import type { Retrieval } from "../retrieval/retrieve.ts";
import { featureNames } from "../retrieval/sentence-features.ts";

const own = [
  "score",
  "margin",
  "secondMargin",
  "unmetNames",
  "unknownTerms",
  "unknownShare",
  "bestCover",
  "bestCoverChunk",
  "bestNames",
] as const;

/** Names of the inputs, in the order of `confidenceInputs`. */
export const confidenceInputNames: readonly string[] = [...featureNames, ...own];

/** What the confidence is computed from: the best sentence's features, its lead, and the best of the first three. */
export function confidenceInputs({ question, sentences }: Retrieval): Float64Array {
  const [first, second, third] = sentences;
  const inputs = new Float64Array(featureNames.length + own.length);
  if (first === undefined) return inputs;
  inputs.set(first.features);
  const top = sentences.slice(0, 3);
  const best = (name: (typeof featureNames)[number]) =>
    top.reduce((max, { features }) => Math.max(max, features[featureNames.indexOf(name)] as number), 0);
  const { alignment, heading } = first.candidate;
  const names = question.terms.flatMap(({ isName }, t) => (isName ? [t] : []));
  const unmetNames = names.filter(
    (t) => (alignment.exact[t] as number) === 0 && (heading.exact[t] as number) === 0,
  ).length;
  const unknown = question.terms.filter(({ termId }) => termId < 0).length;
  inputs.set(
    [
      first.score / 10,
      (first.score - (second?.score ?? first.score - 10)) / 5,
      (first.score - (third?.score ?? first.score - 10)) / 5,
      Math.min(3, unmetNames) / 3,
      Math.min(4, unknown) / 4,
      question.terms.length === 0 ? 1 : unknown / question.terms.length,
      best("coverWithHeading"),
      best("coverChunk"),
      best("names"),
    ],
    featureNames.length,
  );
  return inputs;
}
