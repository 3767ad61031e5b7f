import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unstable_readConfig } from "wrangler";

const root = resolve(import.meta.dirname, "../..");
const offline = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  // The banner asks the registry for a newer version.
  WRANGLER_HIDE_BANNER: "true",
};

describe("what `wrangler deploy` would upload", () => {
  let folder = "";
  let files: ReadonlyMap<string, Buffer> = new Map();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "annalist-bundle-"));
    const out = join(folder, "out");
    const assets = join(folder, "assets");
    await mkdir(assets);
    await writeFile(join(assets, "widget.js"), "");
    execFileSync(
      process.execPath,
      [join(root, "node_modules/wrangler/bin/wrangler.js"), "deploy", "--dry-run", "--outdir", out, "--assets", assets],
      { cwd: root, env: { ...process.env, ...offline, WRANGLER_LOG_PATH: join(folder, "logs") }, stdio: "pipe" },
    );
    const names = await readdir(out);
    files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const uploaded = () => [...files].filter(([name]) => !name.endsWith(".map") && name !== "README.md");

  it("is one script of less than 1 MB after gzip", () => {
    expect(uploaded().map(([name]) => name)).toEqual(["entry.js"]);
    const gzipBytes = gzipSync(Buffer.concat(uploaded().map(([, bytes]) => bytes))).length;
    expect(gzipBytes).toBeGreaterThan(50_000);
    expect(gzipBytes).toBeLessThan(1_000_000);
  });

  it("holds the app, and nothing of LangChain, hnswlib or Node", () => {
    const { sources } = JSON.parse(String(files.get("entry.js.map"))) as { sources: string[] };
    expect(sources.filter((source) => source.endsWith("src/ask.ts"))).toHaveLength(1);
    expect(sources.filter((source) => /langchain|hnswlib|\/src\/(?:node|corpus|chunking)\//u.test(source))).toEqual([]);
    const script = String(files.get("entry.js"));
    // `lc_serializable` marks each class of LangChain, `HierarchicalNSW` is what hnswlib-node exports.
    expect(script.match(/langchain|lc_serializable|hnswlib|HierarchicalNSW|["']node:[a-z_]+/giu)).toBeNull();
  });
});

it("the Worker sees every request before the assets do, so that no file of the index can be downloaded", () => {
  const { assets } = unstable_readConfig({ config: join(root, "wrangler.toml") });
  expect(assets).toMatchObject({ binding: "ASSETS", run_worker_first: true });
});
