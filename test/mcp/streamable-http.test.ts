import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createMcpHandler } from "../../src/mcp/create-mcp-handler.ts";
import { createLazyMcp } from "../../src/node/create-lazy-mcp.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { buildAssistant } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp, post, problemIn } from "../http/test-app.ts";
import { textsOf } from "./connect-in-memory.ts";

const accept = "application/json, text/event-stream";
const call = (name: string, given: object, id = 1) => ({
  jsonrpc: "2.0",
  id,
  method: "tools/call",
  params: { name, arguments: given },
});
const createApp = (assistant: Assistant | null = createFakeAssistant()) =>
  createTestApp({ assistant: () => assistant, mcp: createMcpHandler() });

describe("the SDK's client over streamable HTTP", () => {
  let server: RunningServer;
  let client: Client;
  beforeAll(async () => {
    const assistant = await buildAssistant(harbourTexts);
    // As `serve` has it: the libraries come with the first message.
    const app = createTestApp({ assistant: () => assistant, mcp: createLazyMcp() });
    server = await startServer({ app, host: "127.0.0.1", port: 0 });
    client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)));
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  const callTool = async (name: string, given: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: given })) as CallToolResult;

  it("lists the tools", async () => {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["ask", "search", "read_document"]);
    expect(client.getServerVersion()).toMatchObject({ name: "annalist" });
  });

  it("gets the answer of POST /ask, and with history that of a follow-up", async () => {
    const sentence = "The harbour of Port Vale was opened on 3 May 1850.";
    for (const request of [
      { question: "When was the harbour of Port Vale opened?" },
      {
        question: "Who built it?",
        history: [
          { role: "user", content: "When was the harbour of Port Vale opened?" },
          { role: "assistant", content: `${sentence} [1]` },
        ],
      },
    ]) {
      const { structuredContent, content } = await callTool("ask", request);
      const response = await fetch(`${server.url}/ask`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
      });
      const { id: _id, timings: _timings, ...answer } = (await response.json()) as Record<string, unknown>;
      expect(structuredContent).toMatchObject(answer);
      expect(textsOf({ content } as CallToolResult)[0]).toContain(`\n[1] “`);
    }
  });

  it("reads what stands around a citation", async () => {
    const found = await callTool("search", { query: "the lamp of the lighthouse" });
    const [passage] = (found.structuredContent as { passages: { documentId: string; start: number }[] }).passages;
    const result = await callTool("read_document", { id: passage?.documentId, start: passage?.start, end: 100 });
    expect(textsOf(result)[0]).toBe(harbourTexts["lighthouse.txt"]?.slice(passage?.start, 100));
  });

  it("gets what it did wrong as a tool's error", async () => {
    expect(await callTool("ask", { question: "" })).toMatchObject({ isError: true });
  });
});

describe("POST /mcp", () => {
  it("answers as JSON, without a session", async () => {
    const response = await post(createApp(), "/mcp", call("search", { query: "hours" }), { accept });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(response.headers.has("mcp-session-id")).toBe(false);
    expect(response.headers.get("x-request-id")).toBe("req_1");
    expect(await response.json()).toMatchObject({ jsonrpc: "2.0", id: 1, result: { content: [{ type: "text" }] } });
  });

  it("takes a notification with 202", async () => {
    const response = await post(
      createApp(),
      "/mcp",
      { jsonrpc: "2.0", method: "notifications/initialized" },
      { accept },
    );
    expect([response.status, await response.text()]).toEqual([202, ""]);
  });

  it("answers an unknown method with an error of the protocol", async () => {
    const response = await post(createApp(), "/mcp", { jsonrpc: "2.0", id: "x", method: "prompts/list" }, { accept });
    expect(await response.json()).toMatchObject({ id: "x", error: { code: -32601 } });
  });

  it.each([
    ["a batch", [call("search", { query: "x" })], {}, 400],
    ["no message", { question: "When?" }, {}, 400],
    ["null", null, {}, 400],
    ["text", '"tools/call"', {}, 400],
    ["broken JSON", "{", {}, 400],
    ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), {}, 400],
    ["deep nesting", "[".repeat(40) + "]".repeat(40), {}, 400],
    ["a body that is too long", JSON.stringify(call("search", { query: "x".repeat(70_000) })), {}, 413],
    ["another format", "{}", { "content-type": "text/plain" }, 415],
    ["a caller that takes no JSON", call("search", { query: "x" }), { accept: "text/html" }, 406],
    ["an unknown revision", call("search", { query: "x" }), { "mcp-protocol-version": "1999-01-01" }, 400],
  ])("refuses %s with a problem", async (_, body, headers, status) => {
    const response = await post(createApp(), "/mcp", body, { accept, ...headers } as Record<string, string>);
    expect((await problemIn(response)).status).toBe(status);
  });

  it("answers 503 while there is no index", async () => {
    const response = await post(createApp(null), "/mcp", call("search", { query: "x" }), { accept });
    expect((await problemIn(response)).status).toBe(503);
    expect(response.headers.get("retry-after")).not.toBeNull();
  });

  it("logs what failed inside, and says it in a problem's words", async () => {
    const logged: unknown[] = [];
    const cause = new Error("inside");
    const assistant = createFakeAssistant({ search: () => Promise.reject(cause) });
    const app = createTestApp({
      assistant: () => assistant,
      mcp: createMcpHandler(),
      log: (entry) => logged.push(entry.error),
    });
    const response = await post(app, "/mcp", call("search", { query: "x" }), { accept });
    expect(await response.json()).toMatchObject({ result: { isError: true } });
    expect(logged).toContain(cause);
  });

  it("stops the work when the caller hangs up", async () => {
    const asked = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    const app = createApp(
      createFakeAssistant({
        ask: (_, { signal } = {}) => {
          asked.resolve();
          return new Promise((_resolve, reject) => {
            signal?.addEventListener("abort", () => {
              stopped.resolve();
              reject(signal.reason);
            });
          });
        },
      }),
    );
    const server = await startServer({ app, host: "127.0.0.1", port: 0 });
    const caller = new AbortController();
    const response = fetch(`${server.url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify(call("ask", { question: "When?" })),
      signal: caller.signal,
    });
    const outcome = expect(response).rejects.toThrow("abort");
    await asked.promise;
    caller.abort();
    await outcome;
    await stopped.promise;
    await server.close();
  });

  it.each(["GET", "DELETE", "PUT"])("answers %s with 405 and what is allowed", async (method) => {
    const response = await createApp().request("/mcp", { method, headers: { accept } });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("is no route where nothing speaks the protocol", async () => {
    expect((await post(createTestApp(), "/mcp", call("ask", {}), { accept })).status).toBe(404);
  });
});
