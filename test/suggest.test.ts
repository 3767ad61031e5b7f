import { beforeAll, describe, expect, it } from "vitest";
import { createExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import { createAssistant } from "../src/ask.ts";
import { sourceOf } from "../src/corpus/source-file.ts";
import type { Answer } from "../src/domain/answer.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import type { Suggestion } from "../src/domain/suggestion.ts";
import { ingest } from "../src/ingest.ts";
import type { GenerationContent } from "../src/search-index/generation.ts";
import { holdGeneration } from "../src/search-index/hold-generation.ts";
import { suggest } from "../src/suggest.ts";
import { shippedModels } from "./build-generation.ts";
import { makeAnswer, makeCitation } from "./eval/make-answer.ts";
import { harbourTexts } from "./harbour-texts.ts";

const shipped = shippedModels();
const { threshold } = shipped.confidence;
const answerer = createExtractiveAnswerer();

async function contentOf(texts: Readonly<Record<string, string>>): Promise<GenerationContent> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const { content } = await ingest(files.map(sourceOf), { embedder: shipped.embedder });
  if (content === null) throw new Error("ingest built nothing");
  return content;
}

async function assistantOver(content: GenerationContent): Promise<Assistant> {
  return createAssistant({ ...shipped, answerer, generation: await holdGeneration(content, "000001") });
}

const handbook = `# Library handbook

## Loans

The town library lends 12,000 books to its readers. Reader cards are issued in the entrance hall.

## When is the library closed?

The town library is closed on Mondays.
`;
const texts = { ...harbourTexts, "handbook.md": handbook };
const askOne = { history: [], limit: 8 };
let content: GenerationContent;
let assistant: Assistant;
let suggestions: readonly Suggestion[];

beforeAll(async () => {
  content = await contentOf(texts);
  const { ask } = await assistantOver(content);
  suggestions = await suggest(content, { ask, threshold });
  assistant = await assistantOver({ ...content, suggestions });
});

describe("the questions of a corpus", () => {
  it("are several, each once, from more than one document", () => {
    expect(suggestions.length).toBeGreaterThanOrEqual(6);
    expect(new Set(suggestions.map(({ question }) => question)).size).toBe(suggestions.length);
    expect(new Set(suggestions.map(({ documentId }) => documentId)).size).toBeGreaterThanOrEqual(3);
  });

  it("are written as questions", () => {
    for (const { question } of suggestions) {
      expect(question).toMatch(/^\p{Lu}[^?]+\?$/u);
      expect(question.split(" ").length).toBeLessThanOrEqual(15);
    }
  });

  it("are answered with the very sentence that each rests on", async () => {
    for (const { question, documentId, start, end } of suggestions) {
      const { status, citations } = await assistant.ask({ question, ...askOne });
      expect([question, status]).toEqual([question, "answered"]);
      expect(citations[0]).toMatchObject({ documentId, start, end });
    }
  });

  it("are the same when they are looked for again", async () => {
    const { ask } = await assistantOver(content);
    expect(await suggest(content, { ask, threshold })).toEqual(suggestions);
  });

  it("are what the assistant suggests, and up to three come with an answer and with an abstention", async () => {
    const all = suggestions.map(({ question }) => question);
    expect(assistant.suggestions()).toEqual(all);
    for (const question of [all[0] ?? "", "Which dinosaur discovered the harbour?"]) {
      const { suggestions: next } = await assistant.ask({ question, ...askOne });
      expect(next.length).toBeGreaterThan(0);
      expect(next.length).toBeLessThanOrEqual(3);
      expect(next).not.toContain(question);
      expect(all).toEqual(expect.arrayContaining([...next]));
    }
  });
});

describe("a question whose answer", () => {
  const words = "The stone bridge was opened in 1850.";
  const place = { documentId: "bridge", start: 0, end: words.length };
  const good = { confidence: 1, short: "1850", citations: [makeCitation(place)] };
  const kept = async (over: Partial<Answer>) => {
    const built = await contentOf({ "bridge.txt": `${words}\n` });
    return suggest(built, { ask: async () => makeAnswer({ ...good, ...over }), threshold });
  };

  it("is its own sentence, and sure, is kept with the place of that sentence", async () => {
    expect(await kept({})).toEqual([{ question: "When was the stone bridge opened?", ...place }]);
  });

  it.each([
    ["abstains", { status: "unanswerable" as const }],
    ["cites nothing", { citations: [] }],
    ["cites another sentence first", { citations: [makeCitation({ ...place, end: 5 }), makeCitation(place)] }],
    ["is hardly above the threshold", { confidence: threshold + 0.01 }],
    ["names other words than those asked for", { short: "stone" }],
  ])("%s is not kept", async (_, over) => {
    expect(await kept(over)).toEqual([]);
  });
});

describe("a large corpus", () => {
  const line = (i: number) => `The stone bridge of Vale${i} was opened in ${1800 + (i % 200)}.`;
  const large = { "large.txt": Array.from({ length: 6000 }, (_, i) => line(i)).join("\n\n") };

  it("costs a bounded number of questions, spread over all of it", async () => {
    const { documents, chunks } = await contentOf(large);
    const asked: string[] = [];
    const ask: Assistant["ask"] = async ({ question }) => {
      asked.push(question);
      return makeAnswer({ status: "unanswerable" });
    };
    expect(await suggest({ documents, chunks }, { ask, threshold })).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(200);
    const numbers = asked.map((question) => Number(/Vale(\d+)/u.exec(question)?.[1]));
    for (let from = 0; from < 6000; from += 1000)
      expect(numbers.filter((number) => number >= from && number < from + 1000).length).toBeGreaterThan(20);
  });
});
