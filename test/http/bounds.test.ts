import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AppOptions } from "../../src/http/app-options.ts";
import { createQuestionGate, type QuestionGate } from "../../src/http/question-gate.ts";
import { createRateLimit } from "../../src/http/rate-limit.ts";
import { answerOf, createFakeAssistant } from "./fake-assistant.ts";
import { createTestApp, problemIn, type TestApp } from "./test-app.ts";

const question = { question: "When does it open on Saturdays?" };

interface Sent {
  readonly from?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly signal?: AbortSignal;
}

async function send(
  app: TestApp,
  { from = "203.0.113.1", path = "/ask", headers, method = "POST", signal }: Sent = {},
) {
  const body = method === "POST" ? JSON.stringify(question) : null;
  const init = { method, body, headers: { "content-type": "application/json", ...headers }, signal: signal ?? null };
  return app.fetch(new Request(`http://localhost${path}`, init), { remoteAddress: from });
}

const limited = (changes: Partial<AppOptions> = {}) =>
  createTestApp({ rateLimit: createRateLimit({ perMinute: 1, now: () => 0 }), ...changes });

describe("the rate limit over HTTP", () => {
  it("answers 429 with Retry-After to the client that is over it, and to no other", async () => {
    const app = limited();
    expect((await send(app)).status).toBe(200);
    const refused = await send(app);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await problemIn(refused)).status).toBe(429);
    expect((await send(app, { from: "203.0.113.2" })).status).toBe(200);
  });

  it("doesn't count what only reads", async () => {
    const app = limited();
    for (let i = 0; i < 3; i++) expect((await send(app, { path: "/documents", method: "GET" })).status).toBe(200);
  });

  it.each(["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])("is off for %s", async (from) => {
    const app = limited();
    for (let i = 0; i < 3; i++) expect((await send(app, { from })).status).toBe(200);
  });

  it("is on for what a proxy on this machine passes on, trusted or not", async () => {
    for (const trustedHops of [0, 1]) {
      const app = limited({ trustedHops });
      const headers = { "x-forwarded-for": "198.51.100.7" };
      expect((await send(app, { from: "127.0.0.1", headers })).status).toBe(200);
      expect((await send(app, { from: "127.0.0.1", headers })).status).toBe(429);
    }
  });

  it("can't be evaded with a header where no proxy is trusted", async () => {
    const app = limited();
    expect((await send(app, { headers: { "x-forwarded-for": "1.1.1.1" } })).status).toBe(200);
    expect((await send(app, { headers: { "x-forwarded-for": "2.2.2.2" } })).status).toBe(429);
    expect((await send(app, { headers: { "x-forwarded-for": "127.0.0.1" } })).status).toBe(429);
  });

  it("takes the client's address from the hop that is trusted, and nothing left of it", async () => {
    const app = limited({ trustedHops: 2 });
    const from = "10.0.0.1";
    const via = (forwarded: string) => send(app, { from, headers: { "x-forwarded-for": forwarded } });
    expect((await via("1.1.1.1, 198.51.100.7, 10.0.0.2")).status).toBe(200);
    expect((await via("2.2.2.2, 198.51.100.7:4711, 10.0.0.2")).status).toBe(429);
    expect((await via("127.0.0.1, 198.51.100.8, 10.0.0.2")).status).toBe(200);
    // Fewer hops than there are, or no address: the socket counts.
    expect((await via("198.51.100.9")).status).toBe(200);
    expect((await via("nonsense, 10.0.0.2")).status).toBe(429);
  });

  it("counts an IPv6 network as one client", async () => {
    const app = limited();
    expect((await send(app, { from: "2001:db8:0:1::5" })).status).toBe(200);
    expect((await send(app, { from: "2001:db8:0:1:aaaa:bbbb:cccc:dddd" })).status).toBe(429);
    expect((await send(app, { from: "2001:db8:0:2::5" })).status).toBe(200);
  });
});

describe("API keys", () => {
  const key = "a-key-of-this-test";
  const apiKeys = ["0".repeat(64), createHash("sha256").update(key).digest("hex")];
  const bearer = { authorization: `Bearer ${key}` };
  const app = createTestApp({ apiKeys, allowedOrigins: ["https://site.example"] });

  it.each(["/ask", "/documents", "/suggestions", "/", "/none"])("are asked for at %s", async (path) => {
    const method = path === "/ask" ? "POST" : "GET";
    const refused = await send(app, { path, method });
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="annalist"');
    expect((await problemIn(refused)).status).toBe(401);
    expect((await send(app, { path, method, headers: bearer })).status).toBe(path === "/none" ? 404 : 200);
  });

  it.each(["Bearer wrong", "Bearer", `Basic ${key}`, key, `Bearer ${key} x`, `Bearer ${apiKeys[1]}`])(
    "are refused as %j",
    async (authorization) => {
      expect((await send(app, { headers: { authorization } })).status).toBe(401);
    },
  );

  it.each([
    "/health",
    "/ready",
    "/widget.js",
    "/demo.css",
    "/reader.css",
    "/favicon.ico",
    "/openapi.json",
    "/docs/widget",
  ])("aren't asked for at %s", async (path) => {
    expect((await send(app, { path, method: "GET" })).status).toBe(200);
  });

  it("aren't asked of a listed origin, nor for the page that its citations lead to", async () => {
    expect((await send(app, { headers: { origin: "https://site.example" } })).status).toBe(200);
    expect((await send(app, { path: "/read/library-handbook", method: "GET" })).status).toBe(200);
    const unlisted = createTestApp({ apiKeys });
    expect((await send(unlisted, { path: "/read/library-handbook", method: "GET" })).status).toBe(401);
    expect((await send(app, { headers: { origin: "http://localhost" } })).status).toBe(401);
  });

  it("aren't asked of a browser that asks what it may send", async () => {
    const headers = { origin: "https://site.example", "access-control-request-method": "POST" };
    const preflight = await send(app, { method: "OPTIONS", headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  });

  it("aren't asked for at all where none is set", async () => {
    expect((await send(createTestApp())).status).toBe(200);
  });
});

describe("metrics", () => {
  const metrics = { contentType: "text/plain; version=0.0.4", read: async () => "annalist_up 1\n" };
  const apiKeys = [createHash("sha256").update("k").digest("hex")];
  const read = (app: TestApp, sent: Sent) => send(app, { path: "/metrics", method: "GET", ...sent });

  it("are shown to this machine and to whoever has a key", async () => {
    const app = createTestApp({ metrics, apiKeys });
    expect(await (await read(app, { from: "127.0.0.1" })).text()).toBe("annalist_up 1\n");
    expect((await read(app, { headers: { authorization: "Bearer k" } })).status).toBe(200);
  });

  it("are refused to others, also through a proxy on this machine", async () => {
    const app = createTestApp({ metrics });
    expect((await read(app, {})).status).toBe(403);
    const headers = { "x-forwarded-for": "203.0.113.9" };
    expect((await read(app, { from: "127.0.0.1", headers })).status).toBe(403);
    expect((await read(createTestApp({ metrics, trustedHops: 1 }), { from: "127.0.0.1", headers })).status).toBe(403);
  });

  it("answer 404 where the place keeps none", async () => {
    expect((await read(createTestApp(), { from: "127.0.0.1" })).status).toBe(404);
  });
});

describe("the gate over HTTP", () => {
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const untilIdle = async (gate: QuestionGate) => {
    for (let i = 0; i < 100 && gate.inWork > 0; i++) await nextTurn();
  };

  it.each(["application/json", "text/event-stream"])(
    "answers 503 with Retry-After, before a stream begins, to what waited too long: %s",
    async (accept) => {
      const asked = Promise.withResolvers<void>();
      const done = Promise.withResolvers<ReturnType<typeof answerOf>>();
      const gate = createQuestionGate({ maxInWork: 1, maxWaitMs: 5, nextTurn });
      const assistant = createFakeAssistant({
        ask: () => {
          asked.resolve();
          return done.promise;
        },
      });
      const app = createTestApp({ gate, assistant: () => assistant });
      const first = send(app, { headers: { accept } });
      await asked.promise;
      const refused = await send(app, { headers: { accept } });
      expect(refused.headers.get("retry-after")).toBe("1");
      expect(await problemIn(refused)).toMatchObject({ status: 503, type: "urn:annalist:problem:busy" });
      done.resolve(answerOf("Done."));
      const answered = await first;
      expect(answered.status).toBe(200);
      await answered.text();
      await untilIdle(gate);
      expect(gate.inWork).toBe(0);
    },
  );

  it("keeps a stream in work until its answer is made, and no longer for a reader that stalls", async () => {
    const done = Promise.withResolvers<ReturnType<typeof answerOf>>();
    const gate = createQuestionGate({ nextTurn });
    const assistant = createFakeAssistant({ ask: () => done.promise });
    const app = createTestApp({ gate, assistant: () => assistant });
    const response = await send(app, { headers: { accept: "text/event-stream" } });
    expect(gate.inWork).toBe(1);
    done.resolve(answerOf("Done."));
    await untilIdle(gate);
    expect(gate.inWork).toBe(0);
    expect(await response.text()).toContain('"type":"answer-end"');
  });

  it("gives the place back when the reader of a stream leaves, and breaks off the work", async () => {
    const aborted = Promise.withResolvers<void>();
    const gate = createQuestionGate({ nextTurn });
    const assistant = createFakeAssistant({
      ask: (_, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            aborted.resolve();
            reject(signal.reason);
          });
        }),
    });
    const app = createTestApp({ gate, assistant: () => assistant });
    const response = await send(app, { headers: { accept: "text/event-stream" } });
    await response.body?.cancel();
    await aborted.promise;
    await untilIdle(gate);
    expect(gate.inWork).toBe(0);
  });

  it("gives the place back after a failure", async () => {
    const gate = createQuestionGate({ nextTurn });
    for (const failure of [new Error("broken"), "no error at all"]) {
      const assistant = createFakeAssistant({ ask: () => Promise.reject(failure) });
      expect((await send(createTestApp({ gate, assistant: () => assistant }))).status).toBe(500);
      expect(gate.inWork).toBe(0);
    }
  });
});
