import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answerer } from "../answering/answerer.ts";
import type { ConfidenceWeights } from "../answering/confidence.ts";
import { createExtractiveAnswerer } from "../answering/extractive-answerer.ts";
import type { SpanRankerWeights } from "../answering/span-ranker.ts";
import { type AssistantOptions, createAssistant } from "../ask.ts";
import type { Assistant } from "../domain/assistant.ts";
import { ConfigurationError } from "../domain/errors.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { createStaticEmbedder } from "../embedding/static-embedder.ts";
import type { WordTable } from "../embedding/word-table.ts";
import type { RankerWeights } from "../retrieval/sentence-ranker.ts";
import { loadThesaurus } from "./load-thesaurus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openGeneration } from "./open-generation.ts";
import type { Settings } from "./settings.ts";

/** Opens the published generation with the embedder and the answerer that are set. */
export async function openAssistant(
  settings: Settings,
  onNotice: (notice: string) => void = () => {},
): Promise<Assistant> {
  return (await createAssistantOpener(settings, onNotice))();
}

/**
 * Loads what every generation is served with, and returns what opens the one that is published at each call. A notice
 * that comes again is told once.
 */
export async function createAssistantOpener(
  settings: Settings,
  onNotice: (notice: string) => void = () => {},
): Promise<() => Promise<Assistant>> {
  const told = new Set<string>();
  const tellOnce = (notice: string) => {
    if (!told.has(notice)) onNotice(notice);
    told.add(notice);
  };
  const table = await loadWordVectors(settings.modelsDir);
  const embedder = await openEmbedder(settings, table);
  const [weights, answerer] = await Promise.all([loadWeights(settings.modelsDir), openAnswerer(settings, onNotice)]);
  return async () => {
    const generation = await openGeneration(settings.indexDir, { embedder, onNotice: tellOnce });
    return createAssistant({ generation, embedder, table, ...weights, answerer });
  };
}

/** What was learned for reading and for confidence, as the models folder holds it. */
export async function loadWeights(
  modelsDir: string,
): Promise<Pick<AssistantOptions, "ranker" | "confidence" | "spanRanker" | "thesaurus">> {
  const [ranker, confidence, spanRanker, thesaurus] = await Promise.all([
    readJson<RankerWeights>(modelsDir, "sentence-ranker.json"),
    readJson<ConfidenceWeights>(modelsDir, "confidence.json"),
    readJson<SpanRankerWeights>(modelsDir, "span-ranker.json"),
    loadThesaurus(modelsDir),
  ]);
  return { ranker, confidence, spanRanker, thesaurus };
}

/** The embedder that is set; the libraries behind a model are loaded only where one is. */
export async function openEmbedder({ embedder }: Settings, table: WordTable): Promise<Embedder> {
  if (embedder === "static") return createStaticEmbedder(table);
  const { createOpenAiEmbedder } = await import("./openai-embedder.ts");
  return createOpenAiEmbedder(embedder);
}

async function openAnswerer({ answerer, promptsDir }: Settings, onNotice: (notice: string) => void): Promise<Answerer> {
  if (answerer === "extractive") return createExtractiveAnswerer();
  const [{ createOpenAiModel }, { createModelAnswerer }, { loadPrompt }] = await Promise.all([
    import("./openai-model.ts"),
    import("../answering/model-answerer.ts"),
    import("./load-prompts.ts"),
  ]);
  const prompt = await loadPrompt(promptsDir, "answer");
  const id = `openai-compatible:${answerer.model}`;
  return createModelAnswerer({ model: await createOpenAiModel(answerer), id, prompt, onNotice });
}

async function readJson<T>(modelsDir: string, name: string): Promise<T> {
  const file = join(modelsDir, name);
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch (cause) {
    throw new ConfigurationError([
      `${file} can't be read (${(cause as Error).message}): restore it from the repository`,
    ]);
  }
}
