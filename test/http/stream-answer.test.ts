import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createEventStreamParser } from "../../src/client/event-stream.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { AnswerEvent } from "../../src/domain/answer-event.ts";
import { ModelError } from "../../src/domain/errors.ts";
import type { RequestLogEntry } from "../../src/http/app-options.ts";
import { askFormat } from "../../src/http/ask-format.ts";
import { type AnswerStreamOptions, streamAnswer as streamIn } from "../../src/http/stream-answer.ts";
import { answerOf, createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp, post, problemIn } from "./test-app.ts";

const eventStream = { accept: "text/event-stream" };
const never = new AbortController().signal;
const streamAnswer = (options: Omit<AnswerStreamOptions, "format">) => streamIn({ ...options, format: askFormat });

describe("POST /ask as server-sent events", () => {
  it("sends a comment, then the events in a reader's order, then the whole answer", async () => {
    const response = await post(createTestApp(), "/ask", { question: "When on Saturdays?" }, eventStream);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-request-id")).toBe("req_1");
    const text = await response.text();
    expect(text.startsWith(": answering\n\n")).toBe(true);
    const events = eventsIn(text);
    expect(events[0]).toEqual({ type: "answer-start", question: "When does the reading room open on Saturdays?" });
    const last = events.at(-1);
    expect(last?.type === "answer-end" && last.answer.answer).toBe(deltasOf(events).join(""));
    expect(events.filter(({ type }) => type === "citation")).toHaveLength(2);
  });

  it("refuses a bad request as problem+json, before any stream", async () => {
    expect((await problemIn(await post(createTestApp(), "/ask", {}, eventStream))).status).toBe(422);
  });

  it("turns a failure into answer-error and logs its cause, which the caller doesn't see", async () => {
    const cause = new ModelError("POST https://models.internal/v1 said 500");
    const assistant = createFakeAssistant({ ask: () => Promise.reject(cause) });
    const log: RequestLogEntry[] = [];
    const app = createTestApp({ assistant: () => assistant, log: (entry) => log.push(entry) });
    const text = await (await post(app, "/ask", { question: "When?" }, eventStream)).text();
    expect(eventsIn(text)).toEqual([
      {
        type: "answer-error",
        error: {
          type: "urn:annalist:problem:model-failed",
          title: "A model failed",
          detail: "The language model failed or answered something unusable. Ask again in a moment.",
        },
      },
    ]);
    expect(text).not.toContain("models.internal");
    expect(log).toContainEqual(expect.objectContaining({ requestId: "req_1", status: 502, error: cause }));
  });

  it.each([
    ["text/event-stream", true],
    ["TEXT/Event-Stream; q=0.5", true],
    ["application/json, text/event-stream", true],
    ["application/json, text/event-stream;q=0.9", false],
    ["text/event-stream;q=0", false],
    ["*/*", false],
    ["text/*", false],
    ["", false],
  ])("is chosen by Accept: %s -> %s", async (accept, streamed) => {
    const response = await post(createTestApp(), "/ask", { question: "When?" }, { accept });
    expect(response.headers.get("content-type")?.startsWith("text/event-stream")).toBe(streamed);
    expect(response.headers.get("vary")).toContain("Accept");
    await response.text();
  });
});

describe("streamAnswer", () => {
  it("sends comments while the answer is being made", async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const { body } = streamAnswer({ ask: () => promise, signal: never, heartbeatMs: 1 });
    const reader = readerOf(body);
    const comments = [await reader.next(), await reader.next(), await reader.next()];
    expect(comments).toEqual([": answering\n\n", ": still here\n\n", ": still here\n\n"]);
    resolve(answerOf("Done."));
    expect(eventsIn(await reader.rest()).at(-1)?.type).toBe("answer-end");
  });

  it("piles up no comments, every 15 s by default, for a reader that doesn't read", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const reader = readerOf(streamAnswer({ ask: () => promise, signal: never }).body);
      await reader.next();
      await vi.advanceTimersByTimeAsync(14_999);
      const second = reader.next();
      await vi.advanceTimersByTimeAsync(1);
      expect(await second).toBe(": still here\n\n");
      await vi.advanceTimersByTimeAsync(150_000);
      resolve(answerOf("Done."));
      expect((await reader.rest()).match(/still here/gu)).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("aborts the work when the reader leaves", async () => {
    const { promise: left, resolve } = Promise.withResolvers<boolean>();
    const { body } = streamAnswer({
      ask: (signal) => {
        signal.addEventListener("abort", () => resolve(signal.aborted));
        return new Promise(() => undefined);
      },
      signal: never,
    });
    const reader = readerOf(body);
    await reader.next();
    await reader.leave();
    expect(await left).toBe(true);
  });

  it("aborts the work when the request does", async () => {
    const request = new AbortController();
    const failures: unknown[] = [];
    const { body } = streamAnswer({
      ask: (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      signal: request.signal,
      onFailure: (error) => failures.push(error),
    });
    const reader = readerOf(body);
    await reader.next();
    request.abort();
    expect(await reader.rest()).toBe("");
    expect(failures).toEqual([]);
  });

  it("writes no further than the reader reads", async () => {
    const { body } = streamAnswer({ ask: async () => answerOf("a b c d e f g h"), signal: never, heartbeatMs: 1 });
    const reader = readerOf(body);
    expect(await reader.next()).toBe(": answering\n\n");
    expect(eventsIn(await reader.next())).toHaveLength(1);
    expect(deltasOf(eventsIn(await reader.rest())).join("")).toBe("a b c d e f g h");
  });

  it("gives back any answer from its deltas, never splits a marker and cites before the marker", async () => {
    const word = fc.constantFrom(
      "[1]",
      "[2]",
      "[10]",
      "[",
      "]",
      " ",
      "\n",
      "reads",
      "9:30.",
      "😀",
      "[1",
      "2]",
      "\u2028",
      "\r\n",
    );
    const answers = fc
      .array(word, { maxLength: 30 })
      .map((words) => answerOf(words.join(""), ["The end. The end.", "Rooms"]));
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const events = eventsIn(await streamAnswer({ ask: async () => answer, signal: never }).text());
        expect(deltasOf(events).join("")).toBe(answer.answer);
        expect(deltasOf(events).flatMap(markersIn)).toEqual(markersIn(answer.answer));
        for (const { marker } of answer.citations) {
          const cited = events.findIndex((event) => event.type === "citation" && event.citation.marker === marker);
          const used = events.findIndex(
            (event) => event.type === "text-delta" && markersIn(event.delta).includes(`[${marker}]`),
          );
          expect(cited).toBeGreaterThan(0);
          if (used !== -1) expect(cited).toBeLessThan(used);
        }
        expect(events.filter(({ type }) => type === "citation")).toHaveLength(answer.citations.length);
      }),
    );
  });
});

function eventsIn(stream: string): AnswerEvent[] {
  return createEventStreamParser()(stream).map((data) => JSON.parse(data));
}

function deltasOf(events: readonly AnswerEvent[]): string[] {
  return events.flatMap((event) => (event.type === "text-delta" ? [event.delta] : []));
}

function markersIn(text: string): string[] {
  return text.match(/\[\d+\]/gu) ?? [];
}

function readerOf(body: ReadableStream<Uint8Array> | null) {
  if (body === null) throw new Error("a response without a body");
  const reader = body.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  return {
    next,
    leave: () => reader.cancel(),
    async rest() {
      let text = "";
      for (let piece = await next(); piece !== ""; piece = await next()) text += piece;
      return text;
    },
  };
}
