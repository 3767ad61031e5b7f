import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConfidenceWeights } from "../src/answering/confidence.ts";
import { createExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import type { SpanRankerWeights } from "../src/answering/span-ranker.ts";
import { type AssistantOptions, createAssistant } from "../src/ask.ts";
import { sourceOf } from "../src/corpus/source-file.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeThesaurus } from "../src/embedding/thesaurus.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { ingest } from "../src/ingest.ts";
import type { RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import type { Generation } from "../src/search-index/generation.ts";
import { holdGeneration } from "../src/search-index/hold-generation.ts";

const models = join(import.meta.dirname, "../models");

/** The word table and the weights that the program ships with, and the embedder made from them. */
export function shippedModels() {
  const table = decodeWordTable(readFileSync(join(models, "word-vectors.bin")));
  const json = (name: string): unknown => JSON.parse(readFileSync(join(models, name), "utf8"));
  return {
    table,
    thesaurus: decodeThesaurus(readFileSync(join(models, "thesaurus.bin"))),
    embedder: createStaticEmbedder(table),
    ranker: json("sentence-ranker.json") as RankerWeights,
    confidence: json("confidence.json") as ConfidenceWeights,
    spanRanker: json("span-ranker.json") as SpanRankerWeights,
  };
}

/** Texts by file name -> their generation, built by `ingest` and never written down. */
export async function buildGeneration(
  texts: Readonly<Record<string, string>>,
  { embedder }: Pick<AssistantOptions, "embedder">,
): Promise<Generation> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const { content } = await ingest(files.map(sourceOf), { embedder });
  if (content === null) throw new Error("ingest built nothing");
  return holdGeneration(content, "000001");
}

/** An extractive assistant over texts by file name, with the shipped models. */
export async function buildAssistant(
  texts: Readonly<Record<string, string>>,
  options: Partial<AssistantOptions> = {},
): Promise<Assistant> {
  const shipped = shippedModels();
  const generation = await buildGeneration(texts, shipped);
  return createAssistant({ ...shipped, generation, answerer: createExtractiveAnswerer(), ...options });
}
