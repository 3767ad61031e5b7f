import { beforeAll, describe, expect, it } from "vitest";
import { readEventStream } from "../../src/client/event-stream.ts";
import { readAnswer, readAnswerEvent } from "../../src/client/read-answer.ts";
import type { Assistant } from "../../src/domain/assistant.ts";
import { answerSchema } from "../../src/http/response-schema.ts";
import { buildAssistant } from "../build-generation.ts";
import { collect } from "../client/collect.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { createTestApp, post, type TestApp } from "./test-app.ts";

let app: TestApp;
beforeAll(async () => {
  const assistant: Assistant = await buildAssistant(harbourTexts);
  app = createTestApp({ assistant: () => assistant });
});

const opened = "When was the harbour of Port Vale opened?";

describe("POST /ask with explain", () => {
  it.each([
    ["an answer", opened],
    ["a refusal", "Which hadron does quantum chromodynamics forbid?"],
    ["no word to search for", "what is it"],
    ["two questions at once", `${opened} And how tall is the lighthouse on Gull Rock?`],
    ["a misspelling, a time and a negation", "Which containers were not handeled in 1999?"],
    ["another language", "灯塔有多高？"],
    ["another language and numbers", "1999年的12,500是什么？"],
  ])("adds exactly the documented explanation: %s", async (_name, question) => {
    const response = await post(app, "/ask", { question, explain: true });
    const body: unknown = await response.json();
    expect(answerSchema.parse(body).explanation?.question.asked).toBe(question);
    expect(readAnswer(body).explanation).toBeDefined();
  });

  it("adds nothing unless it is asked to, and changes nothing else", async () => {
    const plain = answerSchema.parse(await (await post(app, "/ask", { question: opened, explain: false })).json());
    const explained = answerSchema.parse(await (await post(app, "/ask", { question: opened, explain: true })).json());
    expect(plain).not.toHaveProperty("explanation");
    const { explanation: _, id, timings, ...rest } = explained;
    expect({ ...rest, id: plain.id, timings: plain.timings }).toEqual(plain);
    expect([typeof id, typeof timings]).toEqual(["string", "object"]);
  });

  it("carries it in the last event of a stream alone", async () => {
    const headers = { accept: "text/event-stream" };
    const response = await post(app, "/ask", { question: opened, explain: true }, headers);
    const data = await collect(readEventStream(response.body as ReadableStream<Uint8Array>));
    const last = readAnswerEvent(data.at(-1) ?? "");
    expect(last?.type === "answer-end" && answerSchema.parse(last.answer).explanation?.parts).toHaveLength(1);
    expect(data.filter((each) => each.includes('"explanation"'))).toHaveLength(1);
  });
});
