import { beforeAll, describe, expect, it } from "vitest";
import { createRetriever, type Retrieve } from "../../src/retrieval/retrieve.ts";
import type { Generation } from "../../src/search-index/generation.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

let generation: Generation;
let retrieve: Retrieve;

beforeAll(async () => {
  const models = shippedModels();
  generation = await buildGeneration(harbourTexts, models);
  retrieve = createRetriever({ ...models, generation });
});

describe("the first sentence retrieved", () => {
  it.each([
    [
      "holds all words asked",
      "When was the harbour of Port Vale opened?",
      "The harbour of Port Vale was opened on 3 May 1850.",
    ],
    ["says it in other words", "How high is the lighthouse?", "The lighthouse on Gull Rock is 48 metres tall."],
    [
      "gives the reason asked for",
      "Why did fishing end?",
      "Fishing ended in 1974 because the herring had disappeared.",
    ],
    [
      "holds the year asked for",
      "How many containers were handled in 1999?",
      "In 1999 the harbour handled 12,500 containers.",
    ],
    ["holds the name asked for", "When did Tom Hale retire?", "The last keeper, Tom Hale, retired in 1986."],
    ["outlives a misspelling", "Who desinged the breakwatter?", "Ada Stone designed its breakwater."],
    ["is an item of a list", "On which day is the museum closed?", "The museum is closed on Mondays."],
    ["offers the kind of answer asked for", "How much does a ticket cost?", "A ticket costs $4."],
  ])("%s: %s", async (_, question, expected) => {
    const { sentences } = await retrieve(question);
    expect(sentences[0]?.text).toBe(expected);
  });
});

describe("a retrieval", () => {
  it("ranks sentences and passages by falling scores, each passage once", async () => {
    const { sentences, passages } = await retrieve("Who built the harbour?");
    for (const ranked of [sentences, passages]) {
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    expect(new Set(passages.map(({ chunk }) => chunk.id)).size).toBe(passages.length);
    expect(passages[0]?.chunk).toBe(generation.chunks[sentences[0]?.chunk ?? -1]);
  });

  it("has every sentence and passage exactly as the document has it", async () => {
    const textOf = (id: string) => generation.documents.find((document) => document.id === id)?.text ?? "";
    const { sentences, passages } = await retrieve("What does the museum show?");
    expect(sentences.length).toBeGreaterThan(0);
    for (const { documentId, start, end, text } of sentences) expect(textOf(documentId).slice(start, end)).toBe(text);
    for (const { chunk, text } of passages) expect(textOf(chunk.documentId).slice(chunk.start, chunk.end)).toBe(text);
  });

  it("is the same whatever was asked before", async () => {
    const scores = async () =>
      (await retrieve("Who built the harbour?")).sentences.map(({ number, score }) => [number, score]);
    const before = await scores();
    await retrieve("What does the museum show?");
    expect(await scores()).toEqual(before);
  });

  it.each([["zebra quantum"], ["what is it"], ["?!"], ["  "]])(
    "of a question without a word of the corpus, %j, is no error",
    async (question) => {
      const { passages } = await retrieve(question);
      expect(passages.length).toBeLessThanOrEqual(generation.chunks.length);
    },
  );
});
