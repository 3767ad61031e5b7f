import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer, AnswererInput } from "../src/answering/answerer.ts";
import { createExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import { createAssistant } from "../src/ask.ts";
import type { Answer } from "../src/domain/answer.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import { unitVector, type Vector } from "../src/domain/vector.ts";
import type { Embedder } from "../src/embedding/embedder.ts";
import { buildAssistant, buildGeneration, shippedModels } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";

/** Words of several languages for one thing make one dimension: what a multilingual model learns. */
const meanings = [
  /lighthouse|灯塔|faro|منارة/giu,
  /metres|tall|高|alto|ارتفاع/giu,
  /harbour|港口|puerto/giu,
  /museum|博物馆|museo/giu,
  /loaf|loaves|面包|pan\b/giu,
  /lamp|灯泡/giu,
];
const multilingual: Embedder = {
  id: "mock:multilingual",
  dimension: meanings.length + 1,
  languages: "any",
  embed: async (texts) =>
    texts.map((text) => unitVector([...meanings.map((each) => countOf(text, each)), 0.1]) as Vector),
};

function countOf(text: string, pattern: RegExp): number {
  return Math.min(1, (text.match(pattern) ?? []).length);
}

let assistant: Assistant;
let eager: Assistant;
let foreign: Assistant;
beforeAll(async () => {
  const shipped = shippedModels();
  assistant = await buildAssistant(harbourTexts);
  eager = await buildAssistant(harbourTexts, { confidence: { ...shipped.confidence, threshold: 0 } });
  const options = { ...shipped, embedder: multilingual };
  const generation = await buildGeneration(harbourTexts, options);
  foreign = createAssistant({ ...options, generation, answerer: createExtractiveAnswerer() });
});

const ask = (from: Assistant, question: string): Promise<Answer> => from.ask({ question, history: [], limit: 8 });

describe("two questions at once", () => {
  it("are both answered, each by its own sentence", async () => {
    const { status, answer, citations, question } = await ask(
      eager,
      "How tall is the lighthouse on Gull Rock and when was the oldest loaf baked?",
    );
    expect(status).toBe("answered");
    expect(question).toBe("How tall is the lighthouse on Gull Rock and when was the oldest loaf baked?");
    expect(answer).toContain("48 metres tall. [1]");
    expect(answer).toContain("baked in 1782.");
    expect(citations.length).toBeLessThanOrEqual(3);
    expect(new Set(citations.map(({ documentId }) => documentId))).toEqual(new Set(["lighthouse", "museum"]));
  });

  it("are answered in part where the documents answer one of them, and the answer says which they do not", async () => {
    const { status, reason, answer, citations, short, confidence } = await ask(
      assistant,
      "When was the harbour of Port Vale opened? And which hadron does quantum chromodynamics forbid?",
    );
    expect([status, reason, short]).toEqual(["partial", "off_topic", "3 May 1850"]);
    expect(answer).toMatch(/ \[\d\] The documents do not answer “Which hadron does quantum chromodynamics forbid\?”$/u);
    expect(citations[0]?.quote).toBe("The harbour of Port Vale was opened on 3 May 1850.");
    expect(confidence).toBeGreaterThan(0.5);
  });

  it("reach an answerer as one draft, with the passages of both", async () => {
    let input: AnswererInput | null = null;
    const answerer: Answerer = {
      id: "spy",
      answer: async (given) => {
        input = given;
        return given.extractive;
      },
    };
    const spied = await buildAssistant(harbourTexts, { answerer });
    const { answer } = await ask(spied, "When was the harbour of Port Vale opened? And who baked the Xanadu quasar?");
    const { extractive, passages } = input as unknown as AnswererInput;
    expect(extractive.status).toBe("partial");
    expect(extractive.sentences.at(-1)).toEqual({
      text: "The documents do not answer “Who baked the Xanadu quasar?”",
      evidence: [],
    });
    expect(new Set(passages.map(({ chunk }) => chunk.id)).size).toBe(passages.length);
    expect(answer.endsWith("The documents do not answer “Who baked the Xanadu quasar?”")).toBe(true);
  });

  it("share their passages, each chunk once", async () => {
    const { passages } = await ask(eager, "Who built the harbour? Where is the bread museum?");
    expect(new Set(passages.map(({ chunkId }) => chunkId)).size).toBe(passages.length);
    expect(passages.slice(0, 2).map(({ documentId }) => documentId)).toEqual(["harbour", "museum"]);
  });
});

describe("politeness", () => {
  it("changes nothing but itself", async () => {
    const plain = await ask(assistant, "when was the harbour of Port Vale opened?");
    const polite = await ask(
      assistant,
      "Hi! Could you please tell me when was the harbour of Port Vale opened? Thanks a lot!",
    );
    const { id: _, timings: __, ...rest } = plain;
    expect(polite).toMatchObject(rest);
  });
});

describe("a question in another language", () => {
  it.each(["灯塔有多高？", "¿Cuál es la altura del faro?", "كم ارتفاع المنارة؟"])(
    "gets the setting that helps, where the embedder knows English alone: %s",
    async (question) => {
      const { status, reason, answer, citations } = await ask(eager, question);
      expect([status, reason, citations]).toEqual(["unanswerable", "unclear", []]);
      expect(answer).toMatch(/ANNALIST_EMBEDDER=openai-compatible:MODEL.*ask in English\.$/u);
    },
  );

  it("is answered where its numbers alone pick out one sentence", async () => {
    const { status, citations, passages } = await ask(assistant, "1999年的12,500是什么？");
    expect(status).toBe("answered");
    expect(citations.map(({ quote }) => quote)).toEqual(["In 1999 the harbour handled 12,500 containers."]);
    expect(passages[0]?.text).toContain("12,500 containers");
  });

  it.each([
    ["灯塔有多高？", "The lighthouse on Gull Rock is 48 metres tall."],
    ["¿Qué tan alto es el faro?", "The lighthouse on Gull Rock is 48 metres tall."],
    ["كم ارتفاع منارة؟", "The lighthouse on Gull Rock is 48 metres tall."],
    ["博物馆里有多少面包？", "It shows 300 loaves from 21 countries."],
  ])("is answered by meaning where the embedder covers it: %s", async (question, quote) => {
    const { status, citations, confidence, passages } = await ask(foreign, question);
    expect(status).toBe("answered");
    expect(citations.map((each) => each.quote)).toContain(quote);
    expect(passages[0]?.text).toContain(quote);
    expect(confidence).toBeGreaterThanOrEqual(shippedModels().confidence.threshold);
  });

  it("is searched by meaning as well", async () => {
    const { passages } = await foreign.search({ query: "博物馆里有多少面包？", limit: 1 });
    expect(passages[0]?.documentId).toBe("museum");
  });

  it("is answered by meaning in a collection that is written in another one, though the corpus has its words", async () => {
    const options = { ...shippedModels(), embedder: multilingual };
    const texts = {
      "en/lighthouse.txt": harbourTexts["lighthouse.txt"] ?? "",
      "en/museum.md": harbourTexts["museum.md"] ?? "",
      "zh/lighthouse.txt": "灯塔有多高？灯塔高四十八米。",
    };
    const generation = await buildGeneration(texts, options);
    const both = createAssistant({ ...options, generation, answerer: createExtractiveAnswerer() });
    const { citations, passages } = await both.ask({
      question: "灯塔有多高？",
      history: [],
      limit: 8,
      collection: "en",
    });
    expect(citations[0]?.quote).toBe("The lighthouse on Gull Rock is 48 metres tall.");
    expect(new Set(passages.map(({ documentId }) => documentId))).toEqual(new Set(["en-lighthouse", "en-museum"]));
  });

  it("is compared by words where the documents use them", async () => {
    const chinese = await buildAssistant({ "a.txt": "港口在春天开放。 灯塔很高。" });
    const { status, reason } = await ask(chinese, "港口何时开放？");
    expect([status, reason]).not.toEqual(["unanswerable", "unclear"]);
  });
});
