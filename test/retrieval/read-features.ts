import { createRetriever, type RankedSentence, type Retrieval, type Retrieve } from "../../src/retrieval/retrieve.ts";
import { type FeatureName, featureNames } from "../../src/retrieval/sentence-features.ts";
import { termFeatureCount, termFeatureNames } from "../../src/retrieval/term-features.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { neutralRanker } from "./neutral-ranker.ts";

const models = shippedModels();

/** Retrieval over texts by file name, in which nothing is learned: features do not hang on any trained weights. */
export async function readTexts(texts: Readonly<Record<string, string>>): Promise<Retrieve> {
  const generation = await buildGeneration(texts, models);
  return createRetriever({ ...models, ranker: neutralRanker(), generation });
}

/** The candidate whose text begins with `opening`. Throws where there is none. */
export function sentenceOf({ sentences }: Pick<Retrieval, "sentences">, opening: string): RankedSentence {
  const found = sentences.find(({ text }) => text.startsWith(opening));
  if (found === undefined) throw new Error(`no candidate begins with “${opening}”`);
  return found;
}

/** A feature of the candidate that begins with `opening`. */
export function featureOf(retrieval: Retrieval, opening: string, name: FeatureName): number {
  return sentenceOf(retrieval, opening).features[featureNames.indexOf(name)] as number;
}

/** What is known of the question's word `surface` at the candidate that begins with `opening`. */
export function termFeatureOf(
  retrieval: Retrieval,
  { opening, surface }: { readonly opening: string; readonly surface: string },
  name: (typeof termFeatureNames)[number],
): number {
  const term = retrieval.question.terms.findIndex((each) => each.surface === surface);
  if (term < 0) throw new Error(`the question has no term “${surface}”`);
  return sentenceOf(retrieval, opening).termRows[term * termFeatureCount + termFeatureNames.indexOf(name)] as number;
}
