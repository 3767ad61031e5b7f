import { createExtractiveAnswerer } from "../answering/extractive-answerer.ts";
import { type AssistantOptions, createAssistant } from "../ask.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import type { GenerationContent } from "../search-index/generation.ts";
import { generationName } from "../search-index/generation-name.ts";
import { holdGeneration } from "../search-index/hold-generation.ts";
import { suggest } from "../suggest.ts";
import { loadWeights } from "./open-assistant.ts";

/**
 * Questions that content answers before it is published. The extractive answerer checks them, whatever is set for
 * serving: an index then depends on no language model, and building it costs no call to one.
 */
export async function suggestQuestions(
  content: GenerationContent,
  { embedder, table, modelsDir }: Pick<AssistantOptions, "embedder" | "table"> & { readonly modelsDir: string },
): Promise<readonly Suggestion[]> {
  const generation = await holdGeneration(content, generationName(1));
  const weights = await loadWeights(modelsDir);
  const { ask } = createAssistant({ generation, embedder, table, ...weights, answerer: createExtractiveAnswerer() });
  return suggest(content, { ask, threshold: weights.confidence.threshold });
}
