import { env, exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AssetsBinding, Env, WorkerContext } from "../../src/worker/bindings.ts";
import { createWorker } from "../../src/worker/create-worker.ts";

const at = (path: string) => `https://annalist.example${path}`;
const context: WorkerContext = { waitUntil: () => {} };

/** The staged assets, with some answers replaced; `asked` collects the paths asked for. */
function assetsWith(replace: (path: string) => Response | null, asked: string[] = []): Env {
  const assets: AssetsBinding = {
    fetch: async (address) => {
      const { pathname } = new URL(address);
      asked.push(pathname);
      return replace(pathname) ?? env.ASSETS.fetch(address);
    },
  };
  return { ASSETS: assets };
}

const status = async (worker: ReturnType<typeof createWorker>, bindings: Env, path: string) =>
  (await worker.fetch(new Request(at(path)), bindings, context)).status;

describe("the deployed Worker", () => {
  it("is ready and names the generation it serves", async () => {
    const response = await exports.default.fetch(at("/ready"));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ready", generation: "000001", answerer: "extractive" });
  });

  it("serves the widget that was staged", async () => {
    const response = await exports.default.fetch(at("/widget.js"));
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(await response.text()).toContain("annalist-chat");
  });

  it.each(["/index/CURRENT", "/index/gen-000001/documents.jsonl", "/models/word-vectors.bin"])(
    "does not hand out %s",
    async (path) => {
      expect((await exports.default.fetch(at(path))).status).toBe(404);
    },
  );
});

describe("opening the index", () => {
  it("happens once for all requests, also for those that arrive while it is being opened", async () => {
    const asked: string[] = [];
    const bindings = assetsWith(() => null, asked);
    const worker = createWorker();
    expect(await Promise.all([1, 2, 3].map(() => status(worker, bindings, "/ready")))).toEqual([200, 200, 200]);
    expect(await status(worker, bindings, "/ready")).toBe(200);
    expect(asked.filter((path) => path === "/index/CURRENT")).toHaveLength(1);
    expect(asked).not.toContain("/index/gen-000001/graph.hnsw");
  });

  it("is handed to the runtime to be finished, whether its first caller waits or not", async () => {
    const kept: Promise<unknown>[] = [];
    const worker = createWorker();
    await worker.fetch(
      new Request(at("/ready")),
      assetsWith(() => null),
      { waitUntil: (work) => kept.push(work) },
    );
    expect(kept).toHaveLength(1);
    await expect(kept[0]).resolves.toBeDefined();
  });

  it("without an index answers /ready with 503 and /health with 200", async () => {
    const bindings = assetsWith(() => new Response(null, { status: 404 }));
    const worker = createWorker();
    const ready = await worker.fetch(new Request(at("/ready")), bindings, context);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ type: "urn:annalist:problem:not-ready" });
    expect(await status(worker, bindings, "/health")).toBe(200);
    expect(await status(worker, bindings, "/widget.js")).toBe(404);
  });

  it.each([
    ["a file that is missing", () => new Response(null, { status: 404 })],
    ["a file that was cut off", () => new Response("{}\n")],
    ["assets that can't be read", () => new Response(null, { status: 500 })],
  ])("fails on %s, and the next request tries again", async (_title, answer) => {
    let broken = true;
    const bindings = assetsWith((path) => (broken && path.endsWith("/chunks.jsonl") ? answer() : null));
    const worker = createWorker();
    expect(await status(worker, bindings, "/ready")).toBe(500);
    expect(await status(worker, bindings, "/health")).toBe(200);
    broken = false;
    expect(await status(worker, bindings, "/ready")).toBe(200);
  });

  it("refuses a CURRENT that names no generation, whatever it says", async () => {
    const asked: string[] = [];
    const bindings = assetsWith((path) => (path === "/index/CURRENT" ? new Response("../models\n") : null), asked);
    expect(await status(createWorker(), bindings, "/ready")).toBe(500);
    expect(asked).toEqual(["/index/CURRENT"]);
  });
});

describe("ANNALIST_ORIGINS", () => {
  it("lists the sites that may call, separated by commas or spaces", async () => {
    const bindings = { ASSETS: env.ASSETS, ANNALIST_ORIGINS: "https://one.example, https://two.example" };
    const headers = { origin: "https://two.example" };
    const response = await createWorker().fetch(new Request(at("/health"), { headers }), bindings, context);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://two.example");
  });
});
