import type { Answerer } from "./answerer.ts";

/** The default answerer: the extractive draft as it stands, without a model. */
export function createExtractiveAnswerer(): Answerer {
  return { id: "extractive", answer: async ({ extractive }) => extractive };
}
