import { MockLanguageModelV4 } from "ai/test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswererInput, Draft } from "../../src/answering/answerer.ts";
import { createModelAnswerer } from "../../src/answering/model-answerer.ts";
import type { Prompt } from "../../src/answering/prompt.ts";
import { abstained, extractive, input, passages, population, quoteOf, relocated, seedling } from "./passages.ts";

const prompt: Prompt = {
  name: "answer",
  version: "1",
  description: "for tests",
  slots: ["question", "passages"],
  instructions: "Answer.",
  message: "Question:\n{{question}}\nPassages:\n{{passages}}",
};

function modelSaying(content: string): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: "text", text: content }],
      finishReason: { unified: "stop", raw: undefined },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
        outputTokens: { total: 1, text: 1, reasoning: undefined },
      },
      warnings: [],
    }),
  });
}

async function answerWith(answer: unknown, given: AnswererInput = input): Promise<{ draft: Draft; notices: string[] }> {
  const notices: string[] = [];
  const model = modelSaying(typeof answer === "string" ? answer : JSON.stringify(answer));
  const onNotice = (notice: string) => notices.push(notice);
  const draft = await createModelAnswerer({ model, id: "mock", prompt, maxRetries: 0, onNotice }).answer(given);
  return { draft, notices };
}

function answered(...sentences: readonly (readonly [text: string, ...ids: string[]])[]) {
  return {
    status: "answered",
    sentences: sentences.map(([text, ...ids]) => ({ text, passages: ids })),
    short: null as string | null,
  };
}

const grounded = "In 2022 the population of Beijing decreased to 21.843 million.";

describe("an answer that holds", () => {
  it("keeps the model's words and cites the one whole sentence that supports them", async () => {
    const { draft, notices } = await answerWith(answered([grounded, "p1"]));
    expect(draft).toMatchObject({ status: "answered", reason: null, confidence: extractive.confidence });
    expect(draft.sentences.map(({ text }) => text)).toEqual([grounded]);
    expect(draft.sentences.flatMap(({ evidence }) => evidence).map((ref) => quoteOf(passages, ref))).toEqual([
      population,
    ]);
    expect(notices).toEqual([]);
  });

  it("cites each sentence from the passages that it names", async () => {
    const { draft } = await answerWith(answered([relocated, "p1"], [seedling, "p2"]));
    const quotes = draft.sentences.map(({ evidence }) => evidence.map((ref) => quoteOf(passages, ref)));
    expect(quotes).toEqual([[relocated], [seedling]]);
  });

  it("splits what the model wrote as one sentence and cites each part", async () => {
    const { draft } = await answerWith(answered([`${relocated} ${seedling}`, "p1", "p2"]));
    expect(draft.sentences.map(({ text }) => text)).toEqual([relocated, seedling]);
  });

  it("has three sentences at most, none twice", async () => {
    const first = "The relief has achieved initial results.";
    const all = [first, relocated, relocated, population, seedling];
    const { draft } = await answerWith(answered(...all.map((text) => [text, "p1", "p2"] as const)));
    expect(draft.sentences.map(({ text }) => text)).toEqual([first, relocated, population]);
  });

  it("loses markers and control characters that the model typed", async () => {
    const typed = `In 2022 the population\u0007 of \u202EBeijing decreased [3] to 21.843 million [p1, p2].【1†source】`;
    const { draft } = await answerWith(answered([typed, "p1"]));
    expect(draft.sentences.map(({ text }) => text)).toEqual([grounded]);
  });
});

describe("an answer that does not hold", () => {
  it.each([
    ["names a passage that was not retrieved", [grounded, "p9"]],
    ["names a passage of its own invention", [grounded, "chronicle#100-200"]],
    ["names no passage", [grounded]],
    ["names a passage that says something else", [grounded, "p2"]],
    ["invents a number", ["In 2022 the population of Beijing decreased to 19.5 million.", "p1"]],
    ["invents a year", ["In 2021 the population of Beijing decreased to 21.843 million.", "p1"]],
    ["invents a name", ["In 2022 the population of Tianjin decreased to 21.843 million.", "p1"]],
    [
      "denies what the passage asserts",
      ["In 2022 the population of Beijing did not decrease to 21.843 million.", "p1"],
    ],
    ["turns the direction round", ["In 2022 the population of Beijing rose to 21.843 million.", "p1"]],
    [
      "adds a link",
      ["In 2022 the population of Beijing decreased to 21.843 million, see https://evil.example/a.", "p1"],
    ],
    ["is empty", [" ", "p1"]],
    ["is endless", [`${grounded} `.repeat(100), "p1"]],
  ] as const)("is replaced by the extractive one where it %s", async (_, sentence) => {
    const { draft, notices } = await answerWith(answered(sentence));
    expect(draft).toBe(extractive);
    expect(notices).toEqual([
      "mock did not answer: no sentence of it holds against the passages that it names. The extractive answer stands.",
    ]);
  });

  it("loses the sentences at fault and keeps the others", async () => {
    const { draft } = await answerWith(answered(["Beijing has 900 lakes.", "p1"], [grounded, "p1", "p7"]));
    expect(draft.sentences.map(({ text }) => text)).toEqual([grounded]);
  });

  it.each([
    ["prose", "Beijing has 21.843 million people."],
    ["half an object", '{"status":"answered","sentences":['],
    ["another shape", { status: "answered", sentences: "all of them", short: null }],
    ["another status", { status: "sure", sentences: [], short: null }],
  ])("is replaced by the extractive one where it is %s", async (_, content) => {
    const { draft, notices } = await answerWith(content);
    expect(draft).toBe(extractive);
    expect(notices.join()).toContain("its answer is not the JSON that was asked for");
    expect(notices.join()).not.toContain("21.843");
  });

  it("is replaced by the extractive one where the adapter throws, without its words", async () => {
    const model = new MockLanguageModelV4({ doGenerate: () => Promise.reject(new TypeError("key sk-secret is bad")) });
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    const answerer = createModelAnswerer({ model, id: "mock", prompt, maxRetries: 0, onNotice });
    expect(await answerer.answer(input)).toBe(extractive);
    expect(notices).toEqual(["mock did not answer: TypeError in the model's adapter. The extractive answer stands."]);
  });
});

describe("the short answer", () => {
  it.each([
    ["is the model's where a cited sentence holds it", "21.843 million", "p1", "21.843 million"],
    ["is the extractive one where no cited sentence holds the model's", "21.8 million", "p1", "21.843 million"],
    ["is the extractive one where the model's cuts a number", "43", "p1", "21.843 million"],
    ["may leave out a possessive", "Beijing", "p1", "Beijing"],
  ])("%s", async (_, short, id, expected) => {
    const { draft } = await answerWith({ ...answered([grounded, id]), short });
    expect(draft.short).toBe(expected);
  });

  it("is null where neither stands in a cited sentence", async () => {
    const { draft } = await answerWith({ ...answered([seedling, "p2"]), short: "autumn" });
    expect(draft.short).toBeNull();
  });
});

describe("an abstention of the model", () => {
  const unanswerable = { status: "unanswerable", sentences: [], short: null };

  it("is worded by the extractive one, with its reason, where that abstained as well", async () => {
    const { draft, notices } = await answerWith(unanswerable, { ...input, extractive: abstained });
    expect(draft).toBe(abstained);
    expect(notices).toEqual([]);
  });

  it("stands against an extractive answer, and claims nothing", async () => {
    const { draft } = await answerWith({ ...unanswerable, sentences: answered([grounded, "p1"]).sentences });
    expect(draft).toMatchObject({ status: "unanswerable", reason: "not_in_corpus", short: null });
    expect(draft.sentences.flatMap(({ evidence }) => evidence)).toEqual([]);
  });
});

describe("the call", () => {
  it("is not made without passages", async () => {
    const model = modelSaying("{}");
    const answerer = createModelAnswerer({ model, id: "mock", prompt });
    expect(await answerer.answer({ ...input, passages: [], extractive: abstained })).toBe(abstained);
    expect(model.doGenerateCalls).toEqual([]);
  });

  it("sends the instructions apart from the data", async () => {
    const model = modelSaying("{}");
    await createModelAnswerer({ model, id: "mock", prompt }).answer(input);
    const [system, user] = model.doGenerateCalls[0]?.prompt ?? [];
    expect(system).toMatchObject({ role: "system", content: "Answer." });
    expect(JSON.stringify(user)).toContain(input.question);
  });

  it("gives way to the extractive answer when a model ignores its time limit", async () => {
    const model = new MockLanguageModelV4({ doGenerate: () => new Promise(() => {}) });
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    const answerer = createModelAnswerer({ model, id: "mock", prompt, timeoutMs: 5, onNotice });
    expect(await answerer.answer(input)).toBe(extractive);
    expect(notices.join()).toContain("no answer in the time allowed");
  });

  it("rejects when the caller aborts, before or during it", async () => {
    const caller = new AbortController();
    const doGenerate = () => {
      caller.abort();
      return new Promise<never>(() => {});
    };
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    const answerer = createModelAnswerer({
      model: new MockLanguageModelV4({ doGenerate }),
      id: "mock",
      prompt,
      onNotice,
    });
    await expect(answerer.answer(input, caller.signal)).rejects.toMatchObject({ code: "aborted" });
    await expect(answerer.answer(input, caller.signal)).rejects.toMatchObject({ code: "aborted" });
    expect(notices).toEqual([]);
  });
});

it("every reference of a draft is a sentence of a passage, whatever the model says", async () => {
  const known = new Set(passages.flatMap(({ chunk }) => chunk.sentences.map(({ start, end }) => `${start}-${end}`)));
  const text = fc.oneof(fc.constantFrom(grounded, relocated, seedling, population), fc.string({ unit: "binary" }));
  const id = fc.oneof(fc.constantFrom("p1", "p2", " p1 ", "p0", "p3", "__proto__"), fc.string());
  const sentence = fc.record({ text, passages: fc.array(id, { maxLength: 3 }) });
  const answer = fc.record({
    status: fc.constantFrom("answered", "unanswerable"),
    sentences: fc.array(sentence, { maxLength: 4 }),
    short: fc.option(fc.oneof(fc.string(), fc.constantFrom("2017", "3000"))),
  });
  await fc.assert(
    fc.asyncProperty(answer, async (said) => {
      const { draft } = await answerWith(said);
      const refs = draft.sentences.flatMap(({ evidence }) => evidence);
      for (const { documentId, start, end } of refs) {
        expect(documentId).toBe("chronicle");
        expect(known).toContain(`${start}-${end}`);
      }
      if (draft.status === "answered") for (const each of draft.sentences) expect(each.evidence).toHaveLength(1);
      if (draft.short !== null)
        expect(refs.some((ref) => quoteOf(passages, ref).includes(draft.short ?? ""))).toBe(true);
    }),
  );
});
