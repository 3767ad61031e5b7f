import { describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import { answerSchema } from "../../src/http/response-schema.ts";
import { createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

describe("POST /ask", () => {
  it("answers with exactly the documented fields", async () => {
    const response = await post(createTestApp(), "/ask", { question: "When does it open on Saturdays?" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const answer = answerSchema.parse(await response.json());
    expect(answer.status).toBe("answered");
    expect(answer.citations.map(({ marker }) => marker)).toEqual([1, 2]);
  });

  it("answers 200 for a question that the corpus doesn't answer", async () => {
    const response = await post(createTestApp(), "/ask", { question: "Who is the mayor?" });
    expect(response.status).toBe(200);
    expect(answerSchema.parse(await response.json()).reason).toBe("not_in_corpus");
  });

  it("hands the assistant a trimmed question in NFC and fills in the defaults", async () => {
    const asked: AskRequest[] = [];
    const assistant = recordingAssistant(asked);
    await post(createTestApp({ assistant: () => assistant }), "/ask", { question: "  cafe\u0301?\n" });
    expect(asked).toEqual([{ question: "caf\u00e9?", history: [], limit: 8, explain: false }]);
  });

  it("hands on history, limit and whether to explain, and nothing else", async () => {
    const asked: AskRequest[] = [];
    const assistant = recordingAssistant(asked);
    const history = [
      { role: "user", content: "Which rooms are there?" },
      { role: "assistant", content: "A reading room. [1]" },
    ];
    await post(createTestApp({ assistant: () => assistant }), "/ask", {
      question: "When?",
      history,
      limit: 3,
      explain: true,
    });
    expect(asked).toEqual([{ question: "When?", history, limit: 3, explain: true }]);
  });

  it("hands on the collection, trimmed and in NFC", async () => {
    const asked: AskRequest[] = [];
    const assistant = { ...recordingAssistant(asked), collections: () => ["caf\u00e9/rooms"] };
    await post(createTestApp({ assistant: () => assistant }), "/ask", {
      question: "When?",
      collection: " cafe\u0301/rooms ",
    });
    expect(asked).toEqual([
      { question: "When?", history: [], limit: 8, collection: "caf\u00e9/rooms", explain: false },
    ]);
  });

  it("passes the caller's departure on to the assistant", async () => {
    const caller = new AbortController();
    const assistant = createFakeAssistant({
      ask: (_request, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
          caller.abort();
        }),
    });
    const response = await createTestApp({ assistant: () => assistant }).request("/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: "When?" }),
      signal: caller.signal,
    });
    expect((await problemIn(response)).status).toBe(499);
  });

  it("asks nothing for a caller who has left already", async () => {
    const asked: AskRequest[] = [];
    const assistant = recordingAssistant(asked);
    const response = await createTestApp({ assistant: () => assistant }).request("/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: "When?" }),
      signal: AbortSignal.abort(),
    });
    expect([response.status, asked]).toEqual([499, []]);
  });

  it("is 503 with Retry-After while no index is open", async () => {
    const response = await post(createTestApp({ assistant: () => null }), "/ask", { question: "When?" });
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await problemIn(response)).toMatchObject({ status: 503, type: "urn:annalist:problem:not-ready" });
  });
});

function recordingAssistant(asked: AskRequest[]): Assistant {
  const { ask } = createFakeAssistant();
  return createFakeAssistant({
    ask: (request) => {
      asked.push(request);
      return ask(request);
    },
  });
}
