import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientError } from "../../src/client/client-error.ts";
import { type Client, createClient } from "../../src/client/create-client.ts";
import { readProblem } from "../../src/client/read-problem.ts";
import { summarizeDocument } from "../../src/domain/document.ts";
import type { Verification } from "../../src/domain/verification.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { startPageServer } from "../browser/page-server.ts";
import { chinese, createFakeAssistant, handbook } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";
import { collect } from "./collect.ts";

const question = "When does the reading room open on Saturdays?";
const assistant = createFakeAssistant();

describe("a client of the real server", () => {
  let server: RunningServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer({ app: createTestApp({ assistant: () => assistant }), host: "127.0.0.1", port: 0 });
    client = createClient(server.url);
  });
  afterAll(() => server.close());

  it("asks, whole and streamed", async () => {
    const answer = await assistant.ask({ question, history: [], limit: 8 });
    expect(await client.ask({ question })).toEqual(answer);
    const events = await collect(client.streamAnswer({ question, limit: 2 }));
    expect(events.at(-1)).toEqual({ type: "answer-end", answer });
  });

  it("searches", async () => {
    expect(await client.search({ query: "hours", limit: 1 })).toEqual(
      await assistant.search({ query: "hours", limit: 1 }),
    );
  });

  it("lists documents, those of a collection as well, and reads one whose id is not ASCII", async () => {
    expect(await client.documents()).toEqual([handbook, chinese].map(summarizeDocument));
    expect(await client.documents("reports")).toEqual([summarizeDocument(chinese)]);
    expect(await client.document(chinese.id)).toEqual({ ...summarizeDocument(chinese), text: chinese.text });
  });

  it("tells suggestions and what is served", async () => {
    expect(await client.suggestions()).toEqual(assistant.suggestions());
    expect(await client.ready()).toMatchObject({ generation: "000001", embedder: "static", answerer: "extractive" });
  });

  it("has a text verified, and gives feedback", async () => {
    expect(await client.verify({ text: "It opens." })).toEqual(await assistant.verify({ text: "It opens." }));
    const feedback = { answerId: "ans_1", question, answer: "9:30", rating: "up" } as const;
    expect(await client.feedback(feedback)).toEqual({ stored: false });
  });

  it("carries the status and the whole problem of a refusal", async () => {
    const error: unknown = await client.search({ query: "", limit: 99 }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "ClientError", kind: "refused", status: 422, retryAfterSeconds: null });
    expect(readProblem(error as ClientError)).toMatchObject({
      type: "urn:annalist:problem:invalid-fields",
      title: "Some fields can't be used",
      detail: expect.stringContaining("/query: "),
      instance: "req_1",
      errors: [{ pointer: "/query", detail: expect.any(String) }, { pointer: "/limit" }],
    });
    await expect(client.documents("none")).rejects.toMatchObject({ status: 422 });
    await expect(client.document("a/../b?c#d")).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('"a/../b?c#d"'),
    });
  });

  it("throws the reason of a signal from every one of its functions", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    const feedback = { answerId: "a", question, answer: "x", rating: "up" } as const;
    const calls = [
      client.ask({ question }, signal),
      collect(client.streamAnswer({ question }, signal)),
      client.search({ query: "x" }, signal),
      client.documents(undefined, signal),
      client.document(handbook.id, signal),
      client.suggestions(signal),
      client.verify({ text: "x" }, signal),
      client.feedback(feedback, signal),
      client.ready(signal),
    ];
    for (const outcome of await Promise.allSettled(calls)) expect(outcome).toEqual({ status: "rejected", reason });
    expect(calls).toHaveLength(Object.keys(client).length);
  });
});

describe("a client", () => {
  it("posts texts to be verified, and feedback", async () => {
    const verification: Verification = {
      sentences: [
        {
          text: "It opens.",
          start: 0,
          end: 9,
          status: "unsupported",
          reason: "no_claim",
          coverage: 0,
          evidence: [],
          findings: [],
        },
      ],
      summary: { supported: 0, partial: 0, unsupported: 1, contradicted: 0 },
      generation: "000001",
    };
    const server = await startPageServer(
      new Map([
        ["/verify", { html: JSON.stringify(verification) }],
        ["/feedback", { html: '{"stored":true}' }],
      ]),
    );
    const client = createClient(server.origin);
    expect(await client.verify({ text: "It opens.", collection: "reports" })).toEqual(verification);
    const feedback = { answerId: "ans_1", question, answer: "9:30", rating: "down", comment: "No." } as const;
    expect(await client.feedback(feedback)).toEqual({ stored: true });
    await server.close();
  });

  it("sends a key with every request, and none where there is none", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.writeHead(503, { "retry-after": "5" }).end("busy");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const refusal = { status: 503, retryAfterSeconds: 5, body: null, message: "The server answered 503." };
    await expect(createClient({ url, apiKey: "secret" }).ready()).rejects.toMatchObject(refusal);
    await expect(createClient({ url, apiKey: "secret" }).ask({ question })).rejects.toMatchObject(refusal);
    await expect(createClient(url).ready()).rejects.toMatchObject(refusal);
    expect(seen.map(({ authorization }) => authorization)).toEqual(["Bearer secret", "Bearer secret", undefined]);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it.each([
    "[]",
    "null",
    "{}",
    '{"documents":[{"id":1}],"suggestions":[7],"passages":[{}],"sentences":[{}],"stored":"yes"}',
    "<html>",
  ])("calls %s unreadable wherever it comes", async (html) => {
    const paths = ["/search", "/documents", "/documents/a", "/suggestions", "/verify", "/feedback", "/ready"];
    const server = await startPageServer(new Map(paths.map((path) => [path, { html }])));
    const client = createClient(server.origin);
    const feedback = { answerId: "a", question, answer: "x", rating: "up" } as const;
    const calls = [
      client.search({ query: "x" }),
      client.documents(),
      client.document("a"),
      client.suggestions(),
      client.verify({ text: "x" }),
      client.feedback(feedback),
      client.ready(),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { kind: "unreadable" } });
    }
    await server.close();
  });
});
