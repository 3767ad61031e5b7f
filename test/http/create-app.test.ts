import { describe, expect, it } from "vitest";
import { AnnalistError, type ErrorCode, IndexError, ModelError } from "../../src/domain/errors.ts";
import type { RequestLogEntry } from "../../src/http/app-options.ts";
import {
  documentListSchema,
  documentSchema,
  healthSchema,
  readySchema,
  searchResultSchema,
  suggestionsSchema,
} from "../../src/http/response-schema.ts";
import { createFakeAssistant, handbook } from "./fake-assistant.ts";
import { createTestApp, post, problemIn, type TestApp } from "./test-app.ts";

const app = createTestApp();

describe("the routes", () => {
  it("search: passages and no answer", async () => {
    const response = await post(app, "/search", { query: " rooms ", limit: 1 });
    expect(searchResultSchema.parse(await response.json())).toMatchObject({ query: "rooms", generation: "000001" });
  });

  it("documents: every one without its text", async () => {
    const { documents } = documentListSchema.parse(await (await app.request("/documents")).json());
    expect(documents.map(({ id, length }) => [id, length])).toEqual([
      [handbook.id, handbook.text.length],
      ["京津冀", 9],
    ]);
  });

  it("documents of a collection: those alone, 422 for one that there is not", async () => {
    const { documents } = documentListSchema.parse(await (await app.request("/documents?collection=reports")).json());
    expect(documents.map(({ id }) => id)).toEqual(["京津冀"]);
    for (const collection of ["news", "report", "", "a".repeat(301)]) {
      const problem = await problemIn(await app.request(`/documents?collection=${collection}`));
      expect(problem).toMatchObject({ status: 422, errors: [{ pointer: "/collection" }] });
    }
  });

  it("documents/:id: one with its text", async () => {
    const document = documentSchema.parse(await (await app.request(`/documents/${handbook.id}`)).json());
    expect(document.text).toBe(handbook.text);
    expect((await app.request(`/documents/${encodeURIComponent("京津冀")}`)).status).toBe(200);
    expect((await problemIn(await app.request("/documents/..%2fsecret"))).status).toBe(404);
  });

  it("suggestions, health and ready", async () => {
    expect(suggestionsSchema.parse(await (await app.request("/suggestions")).json()).suggestions).toHaveLength(1);
    expect(healthSchema.parse(await (await app.request("/health")).json())).toEqual({ status: "ok" });
    expect(readySchema.parse(await (await app.request("/ready")).json())).toEqual({
      status: "ready",
      generation: "000001",
      embedder: "static",
      answerer: "extractive",
    });
  });

  it("without an index: alive, not ready, the page still there", async () => {
    const empty = createTestApp({ assistant: () => null });
    expect((await empty.request("/health")).status).toBe(200);
    expect((await problemIn(await empty.request("/ready"))).status).toBe(503);
    expect((await empty.request("/")).status).toBe(200);
  });

  it("the demo page, its style and the widget, each of its type", async () => {
    for (const [path, type] of [
      ["/", "text/html; charset=UTF-8"],
      ["/demo.css", "text/css; charset=utf-8"],
      ["/reader.css", "text/css; charset=utf-8"],
      ["/widget.js", "text/javascript; charset=utf-8"],
    ] as const) {
      const response = await app.request(path);
      expect([path, response.status, response.headers.get("content-type")]).toEqual([path, 200, type]);
      expect((await response.text()).length).toBeGreaterThan(0);
    }
  });

  it("the widget: 404 that names the command where it isn't built", async () => {
    const unbuilt = createTestApp({ assets: { read: async () => null } });
    expect((await problemIn(await unbuilt.request("/widget.js"))).detail).toContain("npm run widget");
  });

  it("serve the newest generation at once", async () => {
    let generation = "000001";
    const moving = createTestApp({ assistant: () => createFakeAssistant({ generation }) });
    expect(await (await moving.request("/ready")).json()).toMatchObject({ generation: "000001" });
    generation = "000002";
    expect(await (await moving.request("/ready")).json()).toMatchObject({ generation: "000002" });
  });
});

describe("methods and paths that aren't there", () => {
  it.each(["/nothing", "/ask/", "/documents/a/b", "//ask", "/read", "/ASK"])("%s is 404", async (path) => {
    expect((await problemIn(await app.request(`http://localhost${path}`, { method: "POST" }))).status).toBe(404);
  });

  it.each([
    ["GET", "/ask", "POST, OPTIONS"],
    ["DELETE", "/ask", "POST, OPTIONS"],
    ["POST", "/documents", "GET, HEAD, OPTIONS"],
    ["PROPFIND", "/", "GET, HEAD, OPTIONS"],
  ])("%s %s is 405 with Allow", async (method, path, allow) => {
    const response = await app.request(path, { method });
    expect(response.headers.get("allow")).toBe(allow);
    expect((await problemIn(response)).status).toBe(405);
  });

  it("OPTIONS says what is allowed", async () => {
    const response = await app.request("/documents", { method: "OPTIONS" });
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  });

  it("HEAD answers as GET without a body", async () => {
    for (const [path, status] of [
      ["/documents", 200],
      ["/", 200],
      ["/read/none", 404],
      ["/ask", 405],
    ] as const) {
      const response = await app.request(path, { method: "HEAD" });
      expect([path, response.status, await response.text()]).toEqual([path, status, ""]);
      expect(response.headers.get("x-request-id")).toBe("req_1");
    }
  });
});

describe("failures", () => {
  const secret = "/srv/index/gen-000001 at 10.0.0.5";
  const failures: readonly [string, unknown, number][] = [
    ["a bug", new TypeError(secret), 500],
    ["a thrown string", secret, 500],
    ["a damaged index", new IndexError(secret), 500],
    ["a missing index", new IndexError(secret, null, { code: "index_missing" }), 503],
    ["a language model", new ModelError(secret), 502],
    ["an embedder", new ModelError(secret, { code: "embedder" }), 502],
    ...(["usage", "configuration", "corpus", "embedder_mismatch", "bad_request", "not_found"] as const).map(
      (code: ErrorCode) => [code, new AnnalistError(code, secret), 500] as [string, unknown, number],
    ),
  ];

  it.each(failures)("%s: no word about the inside, the cause in the log", async (_name, error, status) => {
    const log: RequestLogEntry[] = [];
    const failing = failingApp(error, log);
    const response = await post(failing, "/ask", { question: "When?" });
    const problem = await problemIn(response);
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toContain("10.0.0.5");
    expect(log).toEqual([expect.objectContaining({ method: "POST", path: "/ask", status, error })]);
  });
});

describe("every response", () => {
  it("carries an id of ours, never the caller's, and ids differ", async () => {
    const own = createTestApp({ newId: undefined as never });
    const headers = { "x-request-id": "chosen" };
    const ids = await Promise.all(
      ["/health", "/nothing"].map(async (path) => (await own.request(path, { headers })).headers.get("x-request-id")),
    );
    expect(ids.every((id) => /^req_[\da-f-]{36}$/u.test(id ?? ""))).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });

  it("is logged once with its time, and without the question", async () => {
    const log: RequestLogEntry[] = [];
    const times = [100, 107.5];
    await post(createTestApp({ log: (entry) => log.push(entry), now: () => times.shift() ?? 0 }), "/ask", {
      question: "Hush?",
    });
    expect(log).toEqual([
      { requestId: "req_1", method: "POST", path: "/ask", route: "/ask", status: 200, durationMs: 7.5 },
    ]);
  });

  it.each(["/health", "/nothing", "/", "/read/library-handbook", "/widget.js", "/demo.css"])(
    "%s is not sniffed, framed or followed",
    async (path) => {
      const { headers } = await app.request(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    },
  );

  it.each(["/", "/read/library-handbook"])("the page %s runs nothing but this server's own files", async (path) => {
    const policy = (await app.request(path)).headers.get("content-security-policy");
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    );
  });
});

function failingApp(error: unknown, log: RequestLogEntry[]): TestApp {
  const assistant = createFakeAssistant({ ask: () => Promise.reject(error) });
  return createTestApp({ assistant: () => assistant, log: (entry) => log.push(entry) });
}
