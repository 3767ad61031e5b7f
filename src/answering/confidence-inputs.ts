import type { Retrieval } from "../retrieval/retrieve.ts";
import { type FeatureName, featureNames } from "../retrieval/sentence-features.ts";

/** Features of which the best of the first three sentences tells more than the first alone. */
const amongFirst = [
  "coverWithHeading",
  "coverChunk",
  "coverExact",
  "namesWithHeading",
  "offersType",
  "typeDistance",
  "boundNumber",
  "focus",
  "focusOther",
  "years",
  "numbers",
] as const satisfies readonly FeatureName[];

const own = ["score", "margin", "secondMargin"] as const;

/** Names of the inputs, in the order of `confidenceInputs`. */
export const confidenceInputNames: readonly string[] = [
  ...featureNames,
  ...amongFirst.map((name) => `${name}AmongFirst`),
  ...own,
];

/** What a question without a second candidate is ahead of it. */
const fullMargin = 10;

/** What the confidence is computed from: the best sentence's features, the best of the first three, and its lead. */
export function confidenceInputs({ sentences }: Pick<Retrieval, "sentences">): Float64Array {
  const [first, second, third] = sentences;
  const inputs = new Float64Array(confidenceInputNames.length);
  if (first === undefined) return inputs;
  const top = sentences.slice(0, 3);
  const best = (name: FeatureName) => {
    const at = featureNames.indexOf(name);
    return top.reduce((max, { features }) => Math.max(max, features[at] as number), Number.NEGATIVE_INFINITY);
  };
  inputs.set([
    ...first.features,
    ...amongFirst.map(best),
    first.score / 10,
    (first.score - (second?.score ?? first.score - fullMargin)) / 5,
    (first.score - (third?.score ?? first.score - fullMargin)) / 5,
  ]);
  return inputs;
}
