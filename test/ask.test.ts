import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../src/domain/answer.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import { buildAssistant, shippedModels } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";

const questions = [
  "When was the harbour of Port Vale opened?",
  "Who built the harbour?",
  "Who designed the breakwater?",
  "How long did it take to build the harbour?",
  "How many containers were handled in 1999?",
  "What percentage of containers held timber?",
  "Why did fishing end?",
  "How tall is the lighthouse?",
  "When was the lamp replaced?",
  "Who was the last keeper?",
  "When can visitors climb the tower?",
  "How much does a ticket cost?",
  "Are dogs allowed on the stairs?",
  "Where is the bread museum?",
  "How many loaves does it show?",
  "When was the oldest loaf baked?",
  "On which day is the museum closed?",
  "Which dinosaur discovered quantum gravity?",
  "what is it",
  "🦀 <b>$&</b> [1] \u0000 \\",
];

/** Answers whatever its confidence, so that every question shows its citations. */
let eager: Assistant;
let assistant: Assistant;

beforeAll(async () => {
  const { confidence } = shippedModels();
  eager = await buildAssistant(harbourTexts, { confidence: { ...confidence, threshold: 0 } });
  assistant = await buildAssistant(harbourTexts);
});

const ask = (from: Assistant, question: string): Promise<Answer> => from.ask({ question, history: [], limit: 8 });
const withoutRun = ({ id: _id, timings: _timings, ...rest }: Answer) => JSON.stringify(rest);

describe.each(questions)("the answer to “%s”", (question) => {
  it("quotes its documents exactly, by markers in order, each behind the words it supports", async () => {
    const { answer, citations, status, short } = await ask(eager, question);
    expect(citations.map(({ marker }) => marker)).toEqual(citations.map((_, i) => i + 1));
    const used = [...answer.matchAll(/ \[(\d+)\]/gu)].map(([, marker]) => Number(marker));
    expect(used).toEqual(citations.map(({ marker }) => marker));
    for (const { documentId, start, end, quote, prefix, suffix, marker, answerStart, answerEnd } of citations) {
      const text = eager.document(documentId)?.text ?? "";
      expect(text.slice(start, end)).toBe(quote);
      expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix);
      expect(answer.slice(answerStart, answerEnd)).toBe(quote.replace(/\s+/gu, " "));
      expect(answer.slice(answerEnd)).toMatch(new RegExp(`^ \\[${marker}\\]`, "u"));
    }
    if (status === "unanswerable") expect([citations, short]).toEqual([[], null]);
    else expect(citations.length).toBeGreaterThan(0);
    if (short !== null) expect(citations.some(({ quote }) => quote.includes(short))).toBe(true);
  });

  it("is the same when it is asked again, but for its id and its timings", async () => {
    const first = await ask(assistant, question);
    const second = await ask(assistant, question);
    expect(withoutRun(second)).toBe(withoutRun(first));
    expect(second.id).not.toBe(first.id);
    expect(first.confidence).toBeGreaterThanOrEqual(0);
    expect(first.confidence).toBeLessThanOrEqual(1);
  });
});

describe("an assistant", () => {
  it("answers what its documents say, with the words that answer", async () => {
    const { status, reason, answer, short } = await ask(assistant, "When was the harbour of Port Vale opened?");
    expect([status, reason, short]).toEqual(["answered", null, "3 May 1850"]);
    expect(answer).toMatch(/^The harbour of Port Vale was opened on 3 May 1850\. \[1\]/u);
  });

  it("abstains, without citations or a short answer, where a question is about something else", async () => {
    const { status, reason, answer, citations, short } = await ask(
      assistant,
      "Which hadron does quantum chromodynamics forbid?",
    );
    expect([status, reason]).toEqual(["unanswerable", "off_topic"]);
    expect([citations, short]).toEqual([[], null]);
    expect(answer).toBe("The documents say nothing about this.");
  });

  it("searches the standalone question, and shows it", async () => {
    const history = [{ role: "user", content: "How tall is the lighthouse on Gull Rock?" }] as const;
    const { question } = await assistant.ask({ question: "And Port Vale?", history, limit: 1 });
    expect(question).toBe("How tall is the lighthouse on Port Vale?");
  });

  it("returns no more passages than it is asked for, the same in a search", async () => {
    const { passages } = await assistant.ask({ question: "Who built the harbour?", history: [], limit: 2 });
    expect(passages).toHaveLength(2);
    const found = await assistant.search({ query: "Who built the harbour?", limit: 2 });
    expect(found).toEqual({ query: "Who built the harbour?", passages, generation: "000001" });
  });

  it("measures with the clock and names with the ids that it is given", async () => {
    let clock = 0;
    const timed = await buildAssistant(
      { "a.txt": "A boat came." },
      { now: () => (clock += 1.5), newId: () => "ans_1" },
    );
    const { id, timings } = await ask(timed, "What came?");
    expect(id).toBe("ans_1");
    expect(timings).toEqual({ retrieveMs: 1.5, answerMs: 1.5, totalMs: 3 });
  });

  it("lists its documents without their text, and has each by its id alone", () => {
    expect(assistant.documents().map(({ id, title }) => [id, title])).toEqual([
      ["harbour", "The harbour of Port Vale"],
      ["lighthouse", "The lighthouse on Gull Rock"],
      ["museum", "The bread museum"],
    ]);
    expect(assistant.documents()[0]).not.toHaveProperty("text");
    expect(assistant.document("museum")?.text).toBe(harbourTexts["museum.md"]);
    expect(assistant.document("__proto__")).toBeNull();
  });
});
