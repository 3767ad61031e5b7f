import { prepareSentence } from "../../src/retrieval/prepare-sentence.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";

const models = shippedModels();

/** A sentence as retrieval prepares it, in a corpus that holds nothing else. */
export async function prepared(text: string) {
  const { lexical } = await buildGeneration({ "text.txt": text }, models);
  return prepareSentence(text, { lexical, words: models.table });
}
