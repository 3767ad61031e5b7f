import { describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createAssistantObserver } from "../../src/node/observe-assistant.ts";
import { answerOf, createFakeAssistant } from "../http/fake-assistant.ts";

const request = { question: "When?", history: [], limit: 8 };

function observe(changes: Partial<Assistant> = {}) {
  const seen: string[] = [];
  const closing = new AbortController();
  const assistant = createFakeAssistant(changes);
  const observer = createAssistantObserver({
    onAnswer: ({ id }, { question }) => seen.push(`${question} ${id}`),
    closing: closing.signal,
  });
  return { seen, closing, assistant, observer, observed: observer(assistant) };
}

describe("an observed assistant", () => {
  it("is the same as before, made once, and each of its answers is told", async () => {
    const { seen, assistant, observer, observed } = observe();
    expect(observer(assistant)).toBe(observed);
    expect(observed.documents()).toEqual(assistant.documents());
    expect(await observed.ask(request)).toEqual(await assistant.ask(request));
    expect(seen).toEqual(["When? ans_1"]);
  });

  it("hands the caller's leaving on to the work, before and while it runs", async () => {
    const started = Promise.withResolvers<AbortSignal>();
    const answer = Promise.withResolvers<ReturnType<typeof answerOf>>();
    const { observed } = observe({
      ask: (_, { signal } = {}) => {
        if (signal) started.resolve(signal);
        return answer.promise;
      },
    });
    const caller = new AbortController();
    const asked = observed.ask(request, { signal: caller.signal });
    const signal = await started.promise;
    expect(signal.aborted).toBe(false);
    caller.abort();
    expect(signal.aborted).toBe(true);
    answer.resolve(answerOf("Late."));
    expect((await asked).answer).toBe("Late.");
    const before = Promise.withResolvers<boolean | undefined>();
    const other = observe({
      ask: async (_, { signal: given } = {}) => {
        before.resolve(given?.aborted);
        return answerOf("");
      },
    });
    await other.observed.ask(request, { signal: AbortSignal.abort() });
    expect(await before.promise).toBe(true);
  });

  it.each(["ask", "search"] as const)("ends %s with 503 when the server closes, heeded or not", async (method) => {
    const stuck = () => new Promise<never>(() => undefined);
    const { observed, closing, seen } = observe({ ask: stuck, search: stuck });
    const search = { query: "rooms", limit: 1 };
    const work = method === "ask" ? observed.ask(request) : observed.search(search);
    closing.abort();
    await expect(work).rejects.toMatchObject({ status: 503 });
    await expect(method === "ask" ? observed.ask(request) : observed.search(search)).rejects.toMatchObject({
      status: 503,
    });
    expect(seen).toEqual([]);
  });
});
