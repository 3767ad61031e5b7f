import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createLog } from "../../src/node/log.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { createServedApp } from "../../src/node/served-app.ts";
import { readSettings } from "../../src/node/settings.ts";
import { createFakeAssistant } from "../http/fake-assistant.ts";

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Started {
  readonly assistant?: Partial<Assistant>;
  readonly env?: Readonly<Record<string, string>>;
  readonly closeGraceMs?: number;
}

async function start({ assistant: changes = {}, env = {}, closeGraceMs = 0 }: Started = {}) {
  const lines: string[] = [];
  const log = createLog({ level: "debug", stream: { write: (line) => lines.push(line) } });
  const assistant = createFakeAssistant(changes);
  const served = createServedApp({ settings: readSettings({}, env), assistant: () => assistant, log });
  const server = await startServer({ ...served, host: "127.0.0.1", port: 0, closeGraceMs, closeNoticeMs: 5_000 });
  running.push(server);
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  return { server, logged, metrics, ask: (accept?: string) => ask(server.url, accept) };
}

function ask(url: string, accept = "application/json"): Promise<Response> {
  return fetch(`${url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify({ question: "When does it open on Saturdays?" }),
  });
}

const stuck = { ask: () => new Promise<never>(() => undefined) };

describe("the log of a server", () => {
  it("has a line for the answer and one for the request, both with the caller's request id", async () => {
    const { ask, logged } = await start();
    const requestId = (await ask()).headers.get("x-request-id");
    expect(logged()).toMatchObject([
      { msg: "answer", requestId, status: "answered", reason: null, answerId: "ans_1" },
      { msg: "request", requestId, method: "POST", route: "/ask", status: 200 },
    ]);
  });

  it("holds the words of a question only where that was asked for", async () => {
    for (const [env, holds] of [[{}, false] as const, [{ ANNALIST_LOG_QUESTIONS: "true" }, true] as const]) {
      const { ask, logged } = await start({ env });
      await ask();
      expect(JSON.stringify(logged()).includes("Saturdays")).toBe(holds);
    }
  });

  it("tells a refusal apart from a failure, and without a stack", async () => {
    const env = { ANNALIST_MAX_QUESTIONS: "1", ANNALIST_QUEUE_MS: "200" };
    const { ask, logged } = await start({ env, assistant: stuck });
    void ask().catch(() => undefined);
    expect((await ask()).status).toBe(503);
    expect(logged()).toMatchObject([{ level: "info", msg: "request refused", status: 503, why: expect.any(String) }]);
    expect(JSON.stringify(logged())).not.toContain("stack");
  });

  it("has the cause of a failure, which the caller doesn't see", async () => {
    const { ask, logged } = await start({ assistant: { ask: () => Promise.reject(new Error("the disk is gone")) } });
    expect(await (await ask()).text()).not.toContain("disk");
    expect(logged()).toMatchObject([{ level: "error", err: { message: "the disk is gone" }, status: 500 }]);
  });
});

describe("the metrics of a server", () => {
  it("count requests, answers and what was refused, under names and labels that a caller can't choose", async () => {
    const { server, ask, metrics } = await start();
    await ask();
    await fetch(`${server.url}/documents/no-such-${"x".repeat(50)}`);
    await fetch(`${server.url}/nothing/here`, { method: "PUT" });
    const text = await metrics();
    expect(text).toContain('annalist_http_requests_total{route="/ask",method="POST",status="200"} 1');
    expect(text).toContain('annalist_http_requests_total{route="/documents/:id",method="GET",status="404"} 1');
    expect(text).toContain('annalist_http_requests_total{route="none",method="other",status="404"} 1');
    expect(text).toContain('annalist_answers_total{status="answered",reason="none"} 1');
    expect(text).toContain("annalist_http_request_duration_seconds_bucket");
    expect(text).toContain("annalist_question_wait_seconds_count 1");
    expect(text).toMatch(/^annalist_questions_in_work 0$/mu);
    expect(text).toMatch(/^annalist_questions_waiting 0$/mu);
    expect(text).toMatch(/^annalist_generation 1$/mu);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /mu);
    expect(text).not.toContain("no-such");
  });

  it("show what waits, and what waited too long as refused", async () => {
    const env = { ANNALIST_MAX_QUESTIONS: "1", ANNALIST_QUEUE_MS: "200" };
    const { ask, metrics } = await start({ env, assistant: stuck });
    void ask().catch(() => undefined);
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    const text = await metrics();
    expect(text).toMatch(/^annalist_questions_in_work 1$/mu);
    expect(text).toContain('annalist_refused_total{why="busy"} 1');
  });
});

describe("a server that is told to end", () => {
  it("ends a stream that takes too long with a last event, and an answer with 503", async () => {
    const { server, ask } = await start({ assistant: stuck });
    const stream = await ask("text/event-stream");
    const answer = ask();
    const text = stream.text();
    while (!(await (await fetch(`${server.url}/metrics`)).text()).includes("annalist_questions_in_work 2"));
    await server.close();
    expect(await text).toContain('data: {"type":"answer-error","error":{"type":"urn:annalist:problem:busy"');
    expect((await answer).status).toBe(503);
  });

  it("doesn't wait for connections that send nothing", async () => {
    const { server } = await start({ closeGraceMs: 600_000 });
    const silent = connect(Number(new URL(server.url).port), "127.0.0.1");
    silent.on("error", () => undefined);
    await once(silent, "connect");
    await (await fetch(`${server.url}/health`)).text();
    const closed = once(silent, "close");
    await server.close();
    await closed;
  });

  it("says on the connections that it keeps open that they close", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const { server, ask } = await start({
      closeGraceMs: 5_000,
      assistant: {
        ask: async (request) => {
          asked.resolve();
          await promise;
          return createFakeAssistant().ask(request);
        },
      },
    });
    const answer = ask();
    await asked.promise;
    const closed = server.close();
    resolve();
    expect((await answer).headers.get("connection")).toBe("close");
    expect((await answer).status).toBe(200);
    await closed;
    await expect(ask()).rejects.toThrow();
  });
});

it("new callers are heard while questions wait: more of them than questions are answered meanwhile", async () => {
  let answered = 0;
  const { server } = await start({
    env: { ANNALIST_QUEUE_MS: "60000" },
    assistant: {
      ask: async (request) => {
        // As an answer of ours does: it computes without a pause.
        for (const until = performance.now() + 5; performance.now() < until; );
        answered++;
        return createFakeAssistant().ask(request);
      },
    },
  });
  const questions = Array.from({ length: 60 }, () => ask(server.url));
  while (answered === 0) await new Promise(setImmediate);
  const before = answered;
  await Promise.all(Array.from({ length: 100 }, () => heard(server.url)));
  expect(answered - before).toBeLessThan(50);
  expect(new Set((await Promise.all(questions)).map(({ status }) => status))).toEqual(new Set([200]));
});

/** Opens a connection of its own and gets an answer that needs no turn. */
async function heard(url: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1\.1 200 /u);
  socket.destroy();
}
