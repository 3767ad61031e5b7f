import { expect, it } from "vitest";
import { createRetriever } from "../../src/retrieval/retrieve.ts";
import { indexSentences } from "../../train/index-sentences.ts";
import { shippedModels } from "../build-generation.ts";

const sentences = ["Harbour.", "Nov. 3 saw rain. It fell on the harbour.", "The crane lifts 40 tonnes"];

it("keeps each sentence whole, with its place as its number", async () => {
  const { documents, chunks, lexical } = await indexSentences(sentences, shippedModels().embedder);
  const spans = chunks.flatMap((chunk) => chunk.sentences);
  expect(spans.map(({ start, end }) => documents[0]?.text.slice(start, end))).toEqual(sentences);
  expect(sentences.map((_, i) => lexical.chunkOf(i))).toEqual([0, 1, 2]);
});

it("ranks the sentences that are given and no other", async () => {
  const models = shippedModels();
  const retrieve = createRetriever({ ...models, generation: await indexSentences(sentences, models.embedder) });
  const ranked = async (numbers: readonly number[]) =>
    (await retrieve("How much does the crane lift?", { sentences: numbers })).sentences.map(({ number }) => number);
  expect((await ranked([0, 1])).toSorted()).toEqual([0, 1]);
  expect((await ranked([0, 1, 2]))[0]).toBe(2);
  expect(await ranked([])).toEqual([]);
});
