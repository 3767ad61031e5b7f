import { mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sourceOf } from "../../src/corpus/source-file.ts";
import { createStaticEmbedder } from "../../src/embedding/static-embedder.ts";
import { ingest } from "../../src/ingest.ts";
import { loadWordVectors } from "../../src/node/load-word-vectors.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { type StageOptions, stageWorker } from "../../src/node/stage-worker.ts";
import type { GenerationContent } from "../../src/search-index/generation.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const modelsDir = resolve(import.meta.dirname, "../../models");
let content: GenerationContent;

beforeAll(async () => {
  const embedder = createStaticEmbedder(await loadWordVectors(modelsDir));
  const bytes = new TextEncoder().encode("The bridge was opened in 1931.\n\nIt carries trains and cars.\n");
  const result = await ingest([sourceOf({ path: "bridge.txt", bytes })], { embedder });
  if (result.content === null) throw new Error("expected content");
  content = result.content;
});

/** A folder with a published index and a built widget. */
async function project(published: GenerationContent | null = content): Promise<StageOptions> {
  const folder = await temporaryFolder();
  const options = {
    modelsDir,
    indexDir: join(folder, "index"),
    widgetDir: join(folder, "dist"),
    assetsDir: join(folder, "dist/worker"),
  };
  await mkdir(options.widgetDir);
  await writeFile(join(options.widgetDir, "widget.js"), "the widget");
  if (published !== null) await publishGeneration(options.indexDir, published, { verify: async () => null });
  return options;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

describe("stageWorker", () => {
  it("lays out the generation without its graph, the word vectors and the widget, and nothing that lay there", async () => {
    const options = await project();
    await mkdir(join(options.assetsDir, "index/gen-000009"), { recursive: true });
    await writeFile(join(options.assetsDir, "index/gen-000009/chunks.jsonl"), "old");
    expect(await stageWorker(options)).toBe("000001");
    expect(await filesBelow(options.assetsDir)).toEqual([
      "index/CURRENT",
      ...["chunks.jsonl", "documents.jsonl", "lexical.bin", "manifest.json", "suggestions.jsonl", "vectors.bin"].map(
        (file) => `index/gen-000001/${file}`,
      ),
      "models/thesaurus.bin",
      "models/word-vectors.bin",
      "widget.js",
    ]);
    expect(await readFile(join(options.assetsDir, "index/CURRENT"), "utf8")).toBe("000001\n");
  });

  it("says which command builds an index that is missing", async () => {
    await expect(stageWorker(await project(null))).rejects.toMatchObject({
      code: "index_missing",
      message: expect.stringContaining("npm run ingest"),
    });
  });

  it("refuses an index that another embedder built", async () => {
    const other = { ...content, embedder: { ...content.embedder, id: "openai-compatible:other" } };
    await expect(stageWorker(await project(other))).rejects.toMatchObject({ code: "embedder_mismatch" });
  });

  it("refuses a damaged index and leaves what was staged before", async () => {
    const options = await project();
    await stageWorker(options);
    const staged = await filesBelow(options.assetsDir);
    await truncate(join(options.indexDir, "gen-000001/chunks.jsonl"), 5);
    await expect(stageWorker(options)).rejects.toThrow("gen-000001/chunks.jsonl is damaged");
    expect(await filesBelow(options.assetsDir)).toEqual(staged);
  });

  it("says which command builds a widget that is missing", async () => {
    const options = { ...(await project()), widgetDir: await temporaryFolder() };
    await expect(stageWorker(options)).rejects.toThrow("npm run widget");
  });

  it("refuses a file that is too large for an asset", async () => {
    const options = await project();
    await truncate(join(options.widgetDir, "widget.js"), 25 * 1024 * 1024 + 1);
    await expect(stageWorker(options)).rejects.toThrow("has 26214401 bytes, an asset at most 26214400");
  });
});
