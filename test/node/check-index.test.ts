import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { checkIndex } from "../../src/node/check-index.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { exampleContent, exampleEmbedder } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let indexDir = "";

beforeEach(async () => {
  indexDir = await temporaryFolder();
  await publishGeneration(indexDir, exampleContent());
});

/** The names of the checks that fail. */
async function failures(embedder: Parameters<typeof checkIndex>[1] = exampleEmbedder): Promise<readonly string[]> {
  return (await checkIndex(indexDir, embedder)).filter(({ ok }) => !ok).map(({ name }) => name);
}

describe("checking an index", () => {
  it("passes what was published, file by file, with the recall that was measured", async () => {
    const checks = await checkIndex(indexDir, exampleEmbedder);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const names = checks.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["embedder", "documents.jsonl", "vectors.bin", "contents", "leftovers"]),
    );
    expect(checks.find(({ name }) => name === "contents")?.detail).toContain("recall@10 1.000");
  });

  it("accepts the embedder that built the index where none is set, and refuses another", async () => {
    expect(await failures(null)).toEqual([]);
    expect(await failures({ id: "another", dimension: 8 })).toEqual(["embedder"]);
  });

  it("names each file that is damaged, and loads none of them", async () => {
    const folder = join(indexDir, "gen-000001");
    const vectors = await readFile(join(folder, "vectors.bin"));
    await writeFile(join(folder, "vectors.bin"), vectors.fill(0, 0, 8));
    await rm(join(folder, "lexical.bin"));
    expect(await failures()).toEqual(["vectors.bin", "lexical.bin"]);
    expect((await checkIndex(indexDir, null)).map(({ name }) => name)).not.toContain("contents");
  });

  it("says which command builds an index where there is none", async () => {
    const [first, ...rest] = await checkIndex(join(indexDir, "nowhere"), exampleEmbedder);
    expect(first).toMatchObject({ ok: false, detail: expect.stringContaining("npm run ingest") });
    expect(rest).toEqual([{ name: "leftovers", ok: true, detail: "none" }]);
  });

  it("reports a CURRENT and a manifest that are damaged", async () => {
    await writeFile(join(indexDir, "gen-000001", "manifest.json"), "{}");
    expect(await failures()).toEqual(["CURRENT and manifest.json"]);
    await writeFile(join(indexDir, "CURRENT"), "../..");
    expect(await failures()).toEqual(["CURRENT and manifest.json"]);
  });

  it("names what a killed writer left", async () => {
    await writeFile(join(indexDir, "tmp-gen-000002"), "");
    const checks = await checkIndex(indexDir, null);
    expect(checks.find(({ ok }) => !ok)?.detail).toContain("tmp-gen-000002");
  });
});
