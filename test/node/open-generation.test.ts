import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { currentManifest, soundManifest } from "../../src/node/current-generation.ts";
import { loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { recordsFile } from "../../src/search-index/generation-files.ts";
import { exampleContent, exampleEmbedder } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const embedder = exampleEmbedder;
const content = exampleContent();
const library = await loadHnswlib();
let indexDir = "";
let generation = "";

beforeEach(async () => {
  indexDir = await temporaryFolder();
  generation = join(indexDir, "gen-000001");
  await publishGeneration(indexDir, content);
});

describe("opening an index", () => {
  it("refuses where there is none, naming the command that builds it", async () => {
    await rm(join(indexDir, "CURRENT"));
    for (const folder of [indexDir, join(indexDir, "nowhere")]) {
      await expect(openGeneration(folder, { embedder })).rejects.toMatchObject({
        code: "index_missing",
        message: expect.stringContaining("npm run ingest"),
      });
      expect(await currentManifest(folder)).toBeNull();
    }
  });

  it.each(["../../outside", "gen-000001", "", "000001/../000001", "x".repeat(10_000)])(
    "refuses a CURRENT that holds %.20j",
    async (name) => {
      await writeFile(join(indexDir, "CURRENT"), name);
      await expect(openGeneration(indexDir, { embedder })).rejects.toThrow(/CURRENT is damaged: .*npm run ingest/u);
      await expect(currentManifest(indexDir)).rejects.toBeInstanceOf(IndexError);
    },
  );

  it("refuses a CURRENT that names a generation which is not there", async () => {
    await writeFile(join(indexDir, "CURRENT"), "000009\n");
    await expect(openGeneration(indexDir, { embedder })).rejects.toThrow("gen-000009/manifest.json can't be read");
  });

  it("refuses a CURRENT that is a folder", async () => {
    await rm(join(indexDir, "CURRENT"));
    await mkdir(join(indexDir, "CURRENT"));
    await expect(openGeneration(indexDir, { embedder })).rejects.toThrow("CURRENT can't be read");
  });

  it("refuses another embedder", async () => {
    const other = { id: "another-8d", dimension: 8 };
    await expect(openGeneration(indexDir, { embedder: other })).rejects.toMatchObject({ code: "embedder_mismatch" });
  });

  it("refuses every file with a flipped bit, a lost end or another file's bytes, and names it", async () => {
    const files = (await readdir(generation)).filter((file) => !["manifest.json", recordsFile].includes(file));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const path = join(generation, file);
      const bytes = await readFile(path);
      const swapped = await readFile(join(generation, files[(files.indexOf(file) + 1) % files.length] as string));
      for (const bad of [bytes.map((byte, at) => (at === 24 ? byte ^ 1 : byte)), bytes.subarray(0, -1), swapped]) {
        await writeFile(path, bad);
        const refused = openGeneration(indexDir, { embedder });
        await expect(refused).rejects.toThrow(`gen-000001/${file} is damaged`);
        await expect(refused).rejects.toBeInstanceOf(IndexError);
      }
      await rm(path);
      await expect(openGeneration(indexDir, { embedder })).rejects.toThrow(`gen-000001/${file} can't be read`);
      await writeFile(path, bytes);
    }
    expect((await openGeneration(indexDir, { embedder })).name).toBe("000001");
  });

  it.skipIf(library === null)(
    "goes on with the next generation where the one that it reads is removed meanwhile",
    async () => {
      const editions = ["second", "third"];
      const loadLibrary = async () => {
        for (const edition of editions.splice(0)) await publishGeneration(indexDir, exampleContent({ edition }));
        return library;
      };
      expect((await openGeneration(indexDir, { embedder, loadLibrary })).name).toBe("000003");
    },
  );

  it.skipIf(library === null)("gives up where each generation that it reads is removed meanwhile", async () => {
    let edition = 0;
    const loadLibrary = async () => {
      await publishGeneration(indexDir, exampleContent({ edition: `edition ${edition++}` }));
      await publishGeneration(indexDir, exampleContent({ edition: `edition ${edition++}` }));
      return library;
    };
    await expect(openGeneration(indexDir, { embedder, loadLibrary })).rejects.toThrow(/graph.hnsw can't be read/u);
    expect(edition).toBe(6);
  });
});

describe("the manifest of what is published", () => {
  it("is given with its name", async () => {
    expect(await currentManifest(indexDir)).toMatchObject({
      name: "000001",
      manifest: { corpusHash: content.corpusHash, embedder },
    });
  });

  it("is sound only while every file is intact and the embedder is the one that is set", async () => {
    expect((await soundManifest(indexDir, embedder))?.name).toBe("000001");
    expect(await soundManifest(indexDir, { ...embedder, id: "another-8d" })).toBeNull();
    await writeFile(join(generation, "suggestions.jsonl"), '"Something else?"\n');
    expect(await soundManifest(indexDir, embedder)).toBeNull();
    expect(await soundManifest(join(indexDir, "nowhere"), embedder)).toBeNull();
  });
});
