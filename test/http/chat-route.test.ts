import { DefaultChatTransport, readUIMessageStream, type UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import { createEventStreamParser } from "../../src/client/event-stream.ts";
import { ModelError } from "../../src/domain/errors.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import type { RequestLogEntry } from "../../src/http/app-options.ts";
import { answerSchema } from "../../src/http/response-schema.ts";
import { startServer } from "../../src/node/serve.ts";
import { collect } from "../client/collect.ts";
import { createFakeAssistant, handbook, spanOf } from "./fake-assistant.ts";
import { type ChatMessage, PlainChat, textOf } from "./plain-chat.ts";
import { createTestApp, post, problemIn, type TestApp } from "./test-app.ts";

const saturday = "When does it open on Saturdays?";
const said = (text: string, role = "user") => ({ role, parts: [{ type: "text", text }] });

/** The SDK's default transport, its requests handed to the app. */
function transportTo(app: TestApp) {
  return new DefaultChatTransport<ChatMessage>({
    api: "http://localhost/chat",
    fetch: async (input, init) => app.request(String(input), init),
  });
}

function ask(app: TestApp): Promise<ReadableStream<UIMessageChunk>> {
  return transportTo(app).sendMessages({
    chatId: "chat_1",
    messages: [{ id: "m1", role: "user", parts: [{ type: "text", text: saturday }] }],
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
  });
}

describe("POST /chat", () => {
  it("is the UI message stream, version 1, from a comment to [DONE]", async () => {
    const response = await post(createTestApp(), "/chat", { messages: [said(saturday)] });
    expect(response.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(text.startsWith(": answering\n\n")).toBe(true);
    expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
  });

  it("tells the text in deltas, each citation before the first words that use it, then the whole answer", async () => {
    const chunks = await collect(await ask(createTestApp()));
    const { answer } = wholeAnswerIn(chunks);
    expect(chunks[0]).toEqual({ type: "start", messageId: "ans_1" });
    expect(chunks.slice(-3).map(({ type }) => type)).toEqual(["text-end", "data-answer", "finish"]);
    const deltas = chunks.flatMap((chunk) => (chunk.type === "text-delta" ? [chunk.delta] : []));
    expect(deltas.join("")).toBe(answer);
    expect(deltas.flatMap((delta) => delta.match(/\[\d+\]/gu) ?? [])).toEqual(["[1]", "[2]"]);
    const firstDelta = chunks.findIndex(({ type }) => type === "text-delta");
    const sources = chunks.flatMap(({ type }, index) => (type === "source-document" ? [index] : []));
    expect(sources).toHaveLength(2);
    expect(Math.max(...sources)).toBeLessThan(firstDelta);
  });

  it("is read by the SDK as one message: its text, its sources and the answer in short", async () => {
    const stream = await ask(createTestApp());
    const message = (await collect(readUIMessageStream<ChatMessage>({ stream }))).at(-1);
    const quote = "It closes at 17:00 on all days.";
    const { start, end } = spanOf(quote);
    expect(message?.id).toBe("ans_1");
    expect(message && textOf(message)).toBe(`On Saturdays the reading room opens at 9:30. [1] ${quote} [2]`);
    expect(message?.parts.map(({ type }) => type)).toEqual(["text", "source-document", "source-document"]);
    expect(message?.parts[2]).toEqual({
      type: "source-document",
      sourceId: `${handbook.id}#${start}-${end}`,
      mediaType: "text/plain",
      title: handbook.title,
      providerMetadata: {
        annalist: {
          documentId: handbook.id,
          start,
          end,
          quote,
          url: `/read/${handbook.id}?cite=${start}-${end}`,
          marker: 2,
        },
      },
    });
    expect(message?.metadata).toMatchObject({ status: "answered", reason: null, generation: "000001" });
  });

  it("hands the assistant the whole conversation, and the page the whole answer, as the SDK's own chat drives it", async () => {
    const asked: AskRequest[] = [];
    const whole: unknown[] = [];
    const chat = new PlainChat({
      transport: transportTo(recordingApp(asked)),
      onData: ({ type, data }) => whole.push([type, answerSchema.parse(data).status]),
    });
    await chat.sendMessage({ text: saturday });
    await chat.sendMessage({ text: "And who is the mayor?" });
    await chat.regenerate();
    const history = [
      { role: "user", content: saturday },
      {
        role: "assistant",
        content: "On Saturdays the reading room opens at 9:30. [1] It closes at 17:00 on all days. [2]",
      },
    ];
    expect([chat.status, chat.error]).toEqual(["ready", undefined]);
    expect(asked).toEqual([
      { question: saturday, history: [], limit: 8 },
      { question: "And who is the mayor?", history, limit: 8 },
      { question: "And who is the mayor?", history, limit: 8 },
    ]);
    expect(whole).toEqual([
      ["data-answer", "answered"],
      ["data-answer", "unanswerable"],
      ["data-answer", "unanswerable"],
    ]);
    expect(chat.messages.map(textOf)).toEqual([
      saturday,
      history[1]?.content,
      "And who is the mayor?",
      "The documents don't say.",
    ]);
  });

  it("tells a failure in the words of a problem, finishes, and logs the cause", async () => {
    const cause = new ModelError("POST https://models.internal/v1 said 500");
    const log: RequestLogEntry[] = [];
    const assistant = createFakeAssistant({ ask: () => Promise.reject(cause) });
    const app = createTestApp({ assistant: () => assistant, log: (entry) => log.push(entry) });
    const errorText = "The language model failed or answered something unusable. Ask again in a moment.";
    const text = await (await post(app, "/chat", { messages: [said("When?")] })).text();
    expect(createEventStreamParser()(text)).toEqual([
      '{"type":"start"}',
      JSON.stringify({ type: "error", errorText }),
      '{"type":"finish"}',
      "[DONE]",
    ]);
    expect(log).toContainEqual(expect.objectContaining({ path: "/chat", status: 502, error: cause }));
    const chat = new PlainChat({ transport: transportTo(app) });
    await chat.sendMessage({ text: "When?" });
    expect([chat.status, chat.error?.message]).toEqual(["error", errorText]);
  });

  it("stops the work when the SDK's chat is stopped", async () => {
    const asked = Promise.withResolvers<void>();
    const aborted = Promise.withResolvers<void>();
    const assistant = createFakeAssistant({
      ask: (_request, { signal } = {}) => {
        asked.resolve();
        signal?.addEventListener("abort", () => aborted.resolve());
        return new Promise(() => undefined);
      },
    });
    const app = createTestApp({ assistant: () => assistant });
    const server = await startServer({ app, host: "127.0.0.1", port: 0, closeGraceMs: 0 });
    const chat = new PlainChat({ transport: new DefaultChatTransport({ api: `${server.url}/chat` }) });
    const sent = chat.sendMessage({ text: "When?" });
    await asked.promise;
    await chat.stop();
    await aborted.promise;
    await sent;
    expect(chat.status).toBe("ready");
    await server.close();
  });
});

describe("the messages of POST /chat", () => {
  it("become the question and at most 20 turns: older ones and those without words are left out", async () => {
    const asked: AskRequest[] = [];
    const turns = Array.from({ length: 50 }, (_, index) => said(`Turn ${index}.`, index % 2 ? "assistant" : "user"));
    const empty = { role: "assistant", parts: [] };
    const tooLongButDropped = said("a".repeat(9000), "assistant");
    const later = said("A reply that is to be written anew.", "assistant");
    const messages = [tooLongButDropped, said("Be brief.", "system"), ...turns, empty, said(" When?\n"), later];
    expect(await answeredWith(asked, { messages })).toBe(200);
    expect(asked[0]?.question).toBe("When?");
    expect(asked[0]?.history.map(({ content }) => content)).toEqual(
      turns.slice(-20).map(({ parts }) => parts[0]?.text),
    );
  });

  it("say what their text parts say; other parts are not read", async () => {
    const asked: AskRequest[] = [];
    const parts = [
      { type: "step-start" },
      { type: "text", text: "When does it open", state: "done" },
      { type: "data-answer", data: { text: "no" }, text: "no" },
      { type: "file", mediaType: "text/plain", url: "data:,no" },
      { type: "text", text: "on cafe\u0301 days?" },
    ];
    const body = { id: "c", messages: [{ id: "m", role: "user", parts }], extra: true };
    expect(await answeredWith(asked, body)).toBe(200);
    expect(asked[0]?.question).toBe("When does it open\non caf\u00e9 days?");
  });

  it("may come with a limit and a collection, as at /ask", async () => {
    const asked: AskRequest[] = [];
    const body = { messages: [said("When?")], limit: 3, collection: " reports " };
    expect(await answeredWith(asked, body)).toBe(200);
    expect(asked).toEqual([{ question: "When?", history: [], limit: 3, collection: "reports" }]);
  });

  it.each([
    ["none", { messages: [] }, ["/messages"]],
    ["no list", { messages: "When?" }, ["/messages"]],
    ["none of the user", { messages: [said("Hello.", "assistant")] }, ["/messages"]],
    ["an empty question", { messages: [said("One."), said(" ")] }, ["/messages/1/parts"]],
    ["a question without text parts", { messages: [{ role: "user", parts: [] }] }, ["/messages/0/parts"]],
    ["a question of 2,001 code points", { messages: [said("a".repeat(2001))] }, ["/messages/0/parts"]],
    ["half a surrogate pair", { messages: [said("a\ud800b")] }, ["/messages/0/parts"]],
    ["a turn that is too long", { messages: [said("a".repeat(8001)), said("When?")] }, ["/messages/0/parts"]],
    ["an unknown role", { messages: [said("When?", "tool")] }, ["/messages/0/role"]],
    [
      "a text that is none",
      { messages: [{ role: "user", parts: [{ type: "text", text: 7 }] }] },
      ["/messages/0/parts/0/text"],
    ],
    [
      "a part without a type",
      { messages: [{ role: "user", parts: [{ text: "When?" }] }] },
      ["/messages/0/parts/0/type"],
    ],
    ["no parts", { messages: [{ role: "user", content: "When?" }] }, ["/messages/0/parts"]],
    ["an unknown trigger", { messages: [said("When?")], trigger: "resume" }, ["/trigger"]],
    ["a limit of 0", { messages: [said("When?")], limit: 0 }, ["/limit"]],
    ["an unknown collection", { messages: [said("When?")], collection: "news" }, ["/collection"]],
  ])("are refused as problem+json before the stream: %s", async (_name, body, pointers) => {
    const problem = await problemIn(await post(createTestApp(), "/chat", body));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it("are not answered while no index is open, and the SDK says why", async () => {
    const chat = new PlainChat({ transport: transportTo(createTestApp({ assistant: () => null })) });
    await chat.sendMessage({ text: "When?" });
    expect(chat.status).toBe("error");
    expect(chat.error?.message).toContain("No index is served yet");
  });
});

/** The status of a response that was read to its end; what the assistant was asked is added to `asked`. */
async function answeredWith(asked: AskRequest[], body: unknown): Promise<number> {
  const response = await post(recordingApp(asked), "/chat", body);
  await response.text();
  return response.status;
}

function wholeAnswerIn(chunks: readonly UIMessageChunk[]) {
  const part = chunks.find(({ type }) => type === "data-answer");
  return answerSchema.parse(part && "data" in part ? part.data : null);
}

function recordingApp(asked: AskRequest[]): TestApp {
  const { ask } = createFakeAssistant();
  const assistant = createFakeAssistant({
    ask: async (request) => {
      asked.push(request);
      return { ...(await ask(request)), id: `ans_${asked.length}` };
    },
    collections: () => ["reports"],
  });
  return createTestApp({ assistant: () => assistant });
}
