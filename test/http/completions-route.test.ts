import OpenAI from "openai";
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelError } from "../../src/domain/errors.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import type { RequestLogEntry } from "../../src/http/app-options.ts";
import { completionSchema, modelListSchema, openAiErrorSchema } from "../../src/http/completion-schema.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { collect } from "../client/collect.ts";
import { createFakeAssistant, handbook, spanOf } from "./fake-assistant.ts";
import { createTestApp, post } from "./test-app.ts";

const path = "/v1/chat/completions";
const question = "When does it open on Saturdays?";
const answer = "On Saturdays the reading room opens at 9:30. [1] It closes at 17:00 on all days. [2]";
const messages = [{ role: "user" as const, content: question }];
const unixTime = () => 1_700_000_000;

describe("the client of OpenAI", () => {
  const asked: AskRequest[] = [];
  const log: RequestLogEntry[] = [];
  let ask = createFakeAssistant().ask;
  let server: RunningServer;
  let client: OpenAI;

  beforeAll(async () => {
    const assistant = createFakeAssistant({
      ask: (request, options) => {
        asked.push(request);
        return ask(request, options);
      },
    });
    const app = createTestApp({ assistant: () => assistant, log: (entry) => log.push(entry), unixTime });
    server = await startServer({ app, host: "127.0.0.1", port: 0, closeGraceMs: 0 });
    client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "none", maxRetries: 0 });
  });

  afterAll(() => server.close());

  it("lists the one model", async () => {
    const models = await collect(await client.models.list());
    expect(models).toEqual([{ id: "annalist", object: "model", created: 0, owned_by: "annalist" }]);
  });

  it("gets an answer with its citations as annotations, their addresses absolute", async () => {
    const completion = await client.chat.completions.create({ model: "annalist", messages });
    const quote = "It closes at 17:00 on all days.";
    const { start, end } = spanOf(quote);
    expect(completionSchema.parse(completion)).toMatchObject({
      id: "ans_1",
      created: 1_700_000_000,
      model: "annalist",
    });
    const [choice] = completion.choices;
    expect(choice).toMatchObject({ index: 0, finish_reason: "stop", message: { role: "assistant", content: answer } });
    expect(choice?.message.annotations).toHaveLength(2);
    expect(choice?.message.annotations?.[1]).toEqual({
      type: "url_citation",
      url_citation: {
        title: handbook.title,
        url: `${server.url}/read/${handbook.id}?cite=${start}-${end}`,
        start_index: 0,
        end_index: answer.length,
        marker: 2,
        document_id: handbook.id,
        start,
        end,
        quote,
      },
    });
  });

  it("reads an estimate of one token for every four characters as the usage", async () => {
    const { usage } = await client.chat.completions.create({ model: "annalist", messages });
    const [prompt, completion] = [Math.ceil(question.length / 4), Math.ceil(answer.length / 4)];
    expect(usage).toEqual({
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
    });
  });

  it("is told that the documents don't answer, which is no error", async () => {
    const completion = await client.chat.completions.create({
      model: "annalist",
      messages: [{ role: "user", content: "Who is the mayor?" }],
    });
    expect(completion.choices[0]?.message).toMatchObject({ content: "The documents don't say.", annotations: [] });
    expect(completion).toHaveProperty("annalist.reason", "not_in_corpus");
  });

  it("streams the answer in chunks: the role, the words, the citations with the end", async () => {
    const chunks = await collect(await client.chat.completions.create({ model: "annalist", messages, stream: true }));
    const choices = chunks.flatMap((chunk) => chunk.choices);
    expect(choices).toHaveLength(chunks.length);
    expect(choices[0]?.delta).toEqual({ role: "assistant", content: "", refusal: null });
    expect(choices.map(({ delta }) => delta.content ?? "").join("")).toBe(answer);
    expect(choices.filter(({ finish_reason }) => finish_reason !== null)).toEqual([choices.at(-1)]);
    expect(choices.at(-1)).toMatchObject({
      finish_reason: "stop",
      delta: { annotations: [{ url_citation: { marker: 1 } }, { url_citation: { marker: 2 } }] },
    });
    expect(new Set(chunks.map(({ id, object, created, model }) => [id, object, created, model].join()))).toEqual(
      new Set(["ans_1,chat.completion.chunk,1700000000,annalist"]),
    );
    expect(chunks.every((chunk) => !("usage" in chunk))).toBe(true);
  });

  it("gets the usage of a stream in a chunk of its own, where it asks", async () => {
    const chunks: ChatCompletionChunk[] = await collect(
      await client.chat.completions.create({
        model: "annalist",
        messages,
        stream: true,
        stream_options: { include_usage: true },
      }),
    );
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: Math.ceil(answer.length / 4) } });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
  });

  it("puts a stream together to the same message as without one", async () => {
    const whole = await client.chat.completions.create({ model: "annalist", messages });
    const runner = client.chat.completions.stream({
      model: "annalist",
      messages,
      stream_options: { include_usage: true },
    });
    const streamed = await runner.finalChatCompletion();
    expect(streamed.choices[0]?.message).toMatchObject({ ...whole.choices[0]?.message });
    expect([streamed.id, streamed.usage]).toEqual([whole.id, whole.usage]);
  });

  it("hands on what user and assistant said, strings and text parts alike, and nothing else", async () => {
    asked.length = 0;
    await client.chat.completions.create({
      model: "annalist",
      messages: [
        { role: "system", content: "You are a pirate." },
        { role: "developer", content: [{ type: "text", text: "Answer in rhymes." }] },
        { role: "user", content: "Which rooms are there?", name: "eve" },
        {
          role: "assistant",
          content: [
            { type: "text", text: "A reading room." },
            { type: "refusal", refusal: "No." },
          ],
        },
        { role: "assistant", content: null, tool_calls: [] },
        { role: "tool", content: "42", tool_call_id: "call_1" },
        {
          role: "user",
          content: [
            { type: "text", text: " When does it open" },
            { type: "text", text: "on Saturdays? " },
          ],
        },
      ],
      temperature: 0,
      top_p: 1,
      max_tokens: 100,
      max_completion_tokens: 100,
      presence_penalty: 0,
      frequency_penalty: null,
      seed: 7,
      stop: ["\n"],
      n: 1,
      user: "eve",
      response_format: { type: "text" },
      tools: [],
      logprobs: false,
      metadata: { a: "b" },
    });
    expect(asked).toEqual([
      {
        question: "When does it open\non Saturdays?",
        history: [
          { role: "user", content: "Which rooms are there?" },
          { role: "assistant", content: "A reading room." },
        ],
        limit: 8,
      },
    ]);
  });

  it("is refused an unknown model as OpenAI does", async () => {
    const refused = client.chat.completions.create({ model: "gpt-4o", messages });
    await expect(refused).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    await expect(refused).rejects.toMatchObject({
      status: 404,
      code: "model_not_found",
      param: "model",
      type: "invalid_request_error",
    });
  });

  it("is refused a field that can't be used, by its name", async () => {
    const refused = client.chat.completions.create({ model: "annalist", messages: [{ role: "user", content: " " }] });
    await expect(refused).rejects.toBeInstanceOf(OpenAI.UnprocessableEntityError);
    await expect(refused).rejects.toMatchObject({
      code: "invalid_fields",
      param: "messages[0].content",
      requestID: "req_1",
      message: "422 /messages/0/content: takes 1 to 2000 characters after trimming, got 0",
    });
  });

  it.each([false, true])(
    "is told of a failure in fixed words, and the log of its cause; streamed: %s",
    async (stream) => {
      const cause = new ModelError("POST https://models.internal/v1 said 500");
      ask = () => Promise.reject(cause);
      log.length = 0;
      const called = client.chat.completions.create({ model: "annalist", messages, stream });
      const failure = called.then(async (result) => {
        if (Symbol.asyncIterator in result) await collect(result);
      });
      await expect(failure).rejects.toBeInstanceOf(OpenAI.APIError);
      await expect(failure).rejects.toMatchObject({ type: "server_error", code: "model_failed", param: null });
      await expect(failure).rejects.not.toThrow("models.internal");
      expect(log).toContainEqual(expect.objectContaining({ path, status: 502, error: cause }));
      ask = createFakeAssistant().ask;
    },
  );

  it.each([false, true])("stops the work when it leaves; streamed: %s", async (stream) => {
    const started = Promise.withResolvers<void>();
    const aborted = Promise.withResolvers<void>();
    ask = (_request, { signal } = {}) => {
      started.resolve();
      signal?.addEventListener("abort", () => aborted.resolve());
      return new Promise(() => undefined);
    };
    const caller = new AbortController();
    const called = client.chat.completions
      .create({ model: "annalist", messages, stream }, { signal: caller.signal })
      .then(async (result) => (Symbol.asyncIterator in result ? collect(result) : result));
    const outcome = called.catch((error: unknown) => error);
    await started.promise;
    caller.abort();
    await aborted.promise;
    await outcome;
    ask = createFakeAssistant().ask;
  });
});

describe("POST /v1/chat/completions", () => {
  const app = createTestApp();

  it("ends its stream with [DONE], a failed one as well", async () => {
    const failing = createFakeAssistant({ ask: () => Promise.reject(new Error("no")) });
    for (const served of [app, createTestApp({ assistant: () => failing })]) {
      const response = await post(served, path, { model: "annalist", messages, stream: true });
      expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      expect((await response.text()).endsWith("\n\ndata: [DONE]\n\n")).toBe(true);
    }
  });

  it.each([
    ["no model", { messages }, "model"],
    ["no messages", { model: "annalist" }, "messages"],
    ["an empty list", { model: "annalist", messages: [] }, "messages"],
    ["no message of the user", { model: "annalist", messages: [{ role: "system", content: "Hello." }] }, "messages"],
    ["an unknown role", { model: "annalist", messages: [{ role: "human", content: "a" }] }, "messages[0].role"],
    ["a number for content", { model: "annalist", messages: [{ role: "user", content: 7 }] }, "messages[0].content"],
    ["an image", { model: "annalist", messages: [image()] }, "messages[0].content"],
    ["a long question", { model: "annalist", messages: [said("a".repeat(2001))] }, "messages[0].content"],
    ["a long turn", { model: "annalist", messages: [said("a".repeat(8001)), said("b")] }, "messages[0].content"],
    ["a word for the temperature", { model: "annalist", messages, temperature: "hot" }, "temperature"],
    ["a temperature of 3", { model: "annalist", messages, temperature: 3 }, "temperature"],
    ["half a token", { model: "annalist", messages, max_tokens: 0.5 }, "max_tokens"],
    ["a word for stream", { model: "annalist", messages, stream: "yes" }, "stream"],
    ["a word for include_usage", options({ include_usage: "yes" }), "stream_options.include_usage"],
    ["two choices", { model: "annalist", messages, n: 2 }, "n"],
    ["JSON mode", { model: "annalist", messages, response_format: { type: "json_object" } }, "response_format.type"],
    ["an unknown collection", { model: "annalist", messages, collection: "news" }, "collection"],
    ["a list", [], null],
  ])("refuses with 422 in OpenAI's shape, streamed or not: %s", async (_name, body, param) => {
    for (const sent of Array.isArray(body) ? [body] : [body, { stream: true, ...body }]) {
      const response = await post(app, path, sent);
      const { error } = openAiErrorSchema.parse(await response.json());
      expect([response.status, response.headers.get("content-type")]).toEqual([422, "application/json"]);
      expect(error).toMatchObject({ type: "invalid_request_error", code: "invalid_fields", param });
    }
  });

  it.each([
    ["POST", path, "{", 400, "malformed_request"],
    ["POST", path, " ".repeat(65 * 1024), 413, "body_too_large"],
    ["GET", path, null, 405, "method_not_allowed"],
    ["GET", "/v1/embeddings", null, 404, "not_found"],
  ])(
    "answers %s %s with OpenAI's shape and the status of every route (%#)",
    async (method, address, body, status, code) => {
      const response = await app.request(address, { method, headers: { "content-type": "application/json" }, body });
      expect(response.status).toBe(status);
      expect(response.headers.get("x-request-id")).toBe("req_1");
      expect(openAiErrorSchema.parse(await response.json()).error).toMatchObject({
        type: "invalid_request_error",
        code,
      });
    },
  );

  it("is 503 with Retry-After while no index is open, the list of models still there", async () => {
    const empty = createTestApp({ assistant: () => null });
    const response = await post(empty, path, { model: "annalist", messages });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(openAiErrorSchema.parse(await response.json()).error).toMatchObject({
      type: "server_error",
      code: "not_ready",
    });
    expect(modelListSchema.parse(await (await empty.request("/v1/models")).json()).data).toHaveLength(1);
  });

  it("refuses another site's request in OpenAI's shape as well", async () => {
    const response = await post(app, path, { model: "annalist", messages }, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(openAiErrorSchema.parse(await response.json()).error).toMatchObject({ type: "permission_error" });
  });
});

function said(content: string): object {
  return { role: "user", content };
}

function image(): object {
  return { role: "user", content: [{ type: "image_url", image_url: { url: "https://evil.example/a.png" } }] };
}

function options(stream_options: object): object {
  return { model: "annalist", messages, stream: true, stream_options };
}
