import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { problemSchema } from "../../src/http/response-schema.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { answerOf, createFakeAssistant } from "../http/fake-assistant.ts";
import { createTestApp } from "../http/test-app.ts";

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(changes: Partial<Assistant> = {}, closeGraceMs = 0): Promise<RunningServer> {
  const assistant = createFakeAssistant(changes);
  const app = createTestApp({ assistant: () => assistant, loopbackOnly: true });
  const server = await startServer({ app, host: "127.0.0.1", port: 0, closeGraceMs });
  running.push(server);
  return server;
}

describe("a running server", () => {
  it("answers where it says it does", async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "ok" });
  });

  it("streams an answer while it is being made", async () => {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof answerOf>>();
    const { url } = await start({ ask: () => promise });
    const { body } = await ask(url, { accept: "text/event-stream" });
    const pieces = body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await pieces?.read())?.value).toBe(": answering\n\n");
    resolve(answerOf("Done."));
    let rest = "";
    for (let piece = await pieces?.read(); piece?.value !== undefined; piece = await pieces?.read())
      rest += piece.value;
    expect(rest).toContain('data: {"type":"text-delta","delta":"Done."}');
    expect(rest).toContain('data: {"type":"answer-end"');
  });

  it.each(["application/json", "text/event-stream"])(
    "stops the work when the caller of %s hangs up",
    async (accept) => {
      const asked = Promise.withResolvers<void>();
      const aborted = Promise.withResolvers<void>();
      const { url } = await start({
        ask: (_request, { signal } = {}) => {
          asked.resolve();
          return new Promise((_, reject) => {
            signal?.addEventListener("abort", () => {
              aborted.resolve();
              reject(signal.reason);
            });
          });
        },
      });
      const caller = new AbortController();
      const response = ask(url, { accept }, caller.signal).then((it) => it.text());
      const outcome = expect(response).rejects.toThrow("abort");
      await asked.promise;
      caller.abort();
      await outcome;
      await aborted.promise;
    },
  );

  it("refuses a chunked body over 64 KiB with 413, before it ends", async () => {
    const { url } = await start();
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const sending = request(`${url}/ask`, { method: "POST", headers });
    sending.on("error", () => undefined);
    for (let sent = 0; sent < 80; sent++) sending.write(" ".repeat(1024));
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(413);
    response.resume();
    sending.destroy();
  });
});

describe("bytes that never reach the app", () => {
  it.each([
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["a Host that is none", "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
    ["no Host", "GET /health HTTP/1.1\r\n\r\n", 400],
    [
      "an unknown Expect at no route",
      "GET /none HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\nConnection: close\r\n\r\n",
      404,
    ],
    ["a target that is no path", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    [
      "a body with two lengths",
      "POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
      400,
    ],
    ["headers without an end", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ])("are answered with problem+json and an id: %s", async (_name, bytes, status) => {
    const { url } = await start();
    const reply = await exchange(url, bytes);
    expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, "u"));
    const [head = "", body = ""] = reply.split("\r\n\r\n");
    expect(head.toLowerCase()).toContain("content-type: application/problem+json");
    const { instance } = problemSchema.parse(JSON.parse(body));
    expect(head.toLowerCase()).toContain(`x-request-id: ${instance}`);
  });

  it("are not answered inside a response that has begun", async () => {
    const { url } = await start({ ask: () => new Promise(() => undefined) });
    const body = '{"question":"When?"}';
    const head = `POST /ask HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = open(url);
    socket.write(head + body);
    const [first] = await once(socket, "data");
    let received = String(first);
    socket.on("data", (bytes) => {
      received += String(bytes);
    });
    socket.write("no request\r\n\r\n");
    await once(socket, "close");
    expect(received.match(/HTTP\/1\.1/gu)).toHaveLength(1);
  });

  it("are refused when they are addressed to another host than loopback", async () => {
    const { url } = await start();
    const reply = await exchange(
      url,
      "GET http://evil.example/documents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    );
    expect(reply).toMatch(/^HTTP\/1\.1 403 /u);
  });
});

describe("starting", () => {
  it("on a port in use says which and what to do", async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(startServer({ app: createTestApp(), host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "configuration",
      message: `port ${port} is in use on 127.0.0.1; stop what listens there or use --port with another`,
    });
  });

  it("on an address that isn't this machine's says so", async () => {
    await expect(startServer({ app: createTestApp(), host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
      code: "configuration",
      message: expect.stringContaining("--host"),
    });
  });
});

describe("closing", () => {
  it("lets an answer under way finish and takes no new connection", async () => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<ReturnType<typeof answerOf>>();
    const ask_ = () => {
      asked.resolve();
      return answer.promise;
    };
    const server = await start({ ask: ask_ }, 60_000);
    const response = ask(server.url, {});
    await asked.promise;
    const closed = server.close();
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    answer.resolve(answerOf("Done."));
    expect((await response).status).toBe(200);
    await closed;
  });

  it("cuts what outlasts the grace period", async () => {
    const server = await start({ ask: () => new Promise(() => undefined) }, 1);
    const { body } = await ask(server.url, { accept: "text/event-stream" });
    const reader = body?.getReader();
    await reader?.read();
    await server.close();
    await expect(reader?.read()).rejects.toThrow();
  });
});

function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(`${url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ question: "When?" }),
    signal,
  });
}

function open(url: string): Socket {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  return socket;
}

/** Writes raw bytes, ends, and returns all that comes back. */
async function exchange(url: string, bytes: string): Promise<string> {
  const socket = open(url);
  let received = "";
  socket.on("data", (data) => {
    received += String(data);
  });
  socket.end(bytes);
  await once(socket, "close");
  return received;
}
