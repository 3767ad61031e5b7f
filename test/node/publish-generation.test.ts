import { createHash } from "node:crypto";
import { statSync, truncateSync } from "node:fs";
import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { withIndexLock } from "../../src/node/index-lock.ts";
import { type HnswLibrary, loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { encodeManifest } from "../../src/search-index/encode-manifest.ts";
import { parseManifest } from "../../src/search-index/manifest-schema.ts";
import { exampleContent, exampleEmbedder } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const embedder = exampleEmbedder;
const first = exampleContent();
const second = exampleContent({ edition: "second" });
const third = exampleContent({ edition: "third" });
const hasLibrary = (await loadHnswlib()) !== null;

describe("publishing", () => {
  it("makes content that can be opened, and names its generation", async () => {
    const indexDir = join(await temporaryFolder(), "index");
    const publication = await publishGeneration(indexDir, first);
    expect(publication).toMatchObject({ name: "000001", published: true });
    const generation = await openGeneration(indexDir, { embedder });
    expect(generation.name).toBe("000001");
    expect(generation.chunks).toEqual(first.chunks);
    expect(generation.dense.kind).toBe(hasLibrary ? "hnsw" : "exact");
    expect(await readFile(join(indexDir, "CURRENT"), "utf8")).toBe("000001\n");
  });

  it("publishes nothing for a corpus that is there already, and says so", async () => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    const again = await publishGeneration(indexDir, first);
    expect(again).toEqual({
      name: "000001",
      published: false,
      notice: "nothing to publish: generation 000001 holds this corpus already",
    });
    expect((await readdir(indexDir)).sort()).toEqual(["CURRENT", "gen-000001"]);
  });

  it("publishes the same corpus again for another embedder", async () => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    const other = { ...first, embedder: { ...embedder, id: "another-8d" } };
    expect(await publishGeneration(indexDir, other)).toMatchObject({ name: "000002", published: true });
  });

  it.each(["manifest.json", "chunks.jsonl", "vectors.bin", "lexical.bin", ...(hasLibrary ? ["graph.hnsw"] : [])])(
    "mends an unchanged corpus whose %s is damaged",
    async (file) => {
      const indexDir = await temporaryFolder();
      await publishGeneration(indexDir, first);
      const path = join(indexDir, "gen-000001", file);
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(0, bytes.length >> 1));
      expect(await publishGeneration(indexDir, first)).toMatchObject({ name: "000002", published: true });
      expect((await openGeneration(indexDir, { embedder })).name).toBe("000002");
    },
  );

  it.each(["", "../../elsewhere\n", "000009\n"])("mends a CURRENT that holds %j", async (content) => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    await writeFile(join(indexDir, "CURRENT"), content);
    expect(await publishGeneration(indexDir, first)).toMatchObject({ published: true });
    expect((await openGeneration(indexDir, { embedder })).documents).toEqual(first.documents);
  });

  it("keeps the previous generation and removes older ones", async () => {
    const indexDir = await temporaryFolder();
    for (const content of [first, second, third]) await publishGeneration(indexDir, content);
    expect((await readdir(indexDir)).sort()).toEqual(["CURRENT", "gen-000002", "gen-000003"]);
  });

  it("gives byte-identical files for the same content, whatever the generation's number", async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await publishGeneration(one, first);
    await publishGeneration(two, second);
    await publishGeneration(two, first);
    const files = (await readdir(join(one, "gen-000001"))).sort();
    expect((await readdir(join(two, "gen-000002"))).sort()).toEqual(files);
    for (const file of files) {
      const [left, right] = await Promise.all([
        readFile(join(one, "gen-000001", file)),
        readFile(join(two, "gen-000002", file)),
      ]);
      expect(Buffer.compare(left, right), file).toBe(0);
    }
  });

  it("removes what a killed writer left, and no file of anyone else", async () => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    await writeFile(join(indexDir, "README.md"), "kept");
    const left = ["tmp-gen-000002", "CURRENT.tmp", "writer-4194305-x.lock.new", "gen-000007"];
    for (const name of left) await writeFile(join(indexDir, name), "");
    await publishGeneration(indexDir, second);
    expect((await readdir(indexDir)).sort()).toEqual(["CURRENT", "README.md", "gen-000001", "gen-000008"]);
  });

  it("refuses while another writer holds the lock, and takes the lock that its caller holds", async () => {
    const indexDir = await temporaryFolder();
    await withIndexLock(indexDir, async (lock) => {
      await expect(publishGeneration(indexDir, first)).rejects.toThrow("is being written by process");
      expect(await publishGeneration(indexDir, first, { lock })).toMatchObject({ published: true });
    });
  });

  it.each([
    ["without a chunk", { ...first, chunks: [], vectors: new Float32Array() }],
    ["with a vector that is no number", { ...first, vectors: first.vectors.with(3, Number.NaN) }],
    ["whose lexical index is damaged", { ...first, lexical: first.lexical.slice(0, 40) }],
    ["whose chunks lie outside their document", { ...first, documents: first.documents.map(shortened) }],
  ])("refuses content %s and leaves what was published", async (_, content) => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, second);
    await expect(publishGeneration(indexDir, content)).rejects.toBeInstanceOf(IndexError);
    expect((await readdir(indexDir)).sort()).toEqual(["CURRENT", "gen-000001"]);
    expect((await openGeneration(indexDir, { embedder })).documents).toEqual(second.documents);
  });

  it("names the path that it can't write", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    await expect(publishGeneration(file, first)).rejects.toThrow(`${file} can't be written`);
  });
});

describe("the graph of a generation", () => {
  it("is absent, with a notice, where hnswlib is missing", async () => {
    const indexDir = await temporaryFolder();
    const { notice } = await publishGeneration(indexDir, first, { loadLibrary: async () => null });
    expect(notice).toContain("hnswlib-node is not installed");
    const { dense, manifest } = await openGeneration(indexDir, { embedder });
    expect([dense.kind, manifest.graph]).toEqual(["exact", null]);
  });

  it.skipIf(!hasLibrary)("is left out, with a notice, where it does not pass its check", async () => {
    const indexDir = await temporaryFolder();
    const verify = async (folder: string) =>
      (await access(join(folder, "graph.hnsw")).then(
        () => true,
        () => false,
      ))
        ? ({ reason: "it is poor", blames: "graph" } as const)
        : null;
    const { notice, published } = await publishGeneration(indexDir, first, { verify });
    expect([published, notice]).toEqual([true, "the graph was left out and the exact scan serves: it is poor"]);
    expect(await readdir(join(indexDir, "gen-000001"))).not.toContain("graph.hnsw");
    expect((await openGeneration(indexDir, { embedder })).manifest.graph).toBeNull();
  });

  it.skipIf(!hasLibrary)("is built again where it is wrong but has the hash that its manifest states", async () => {
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    const folder = join(indexDir, "gen-000001");
    const graph = await readFile(join(folder, "graph.hnsw"));
    const stated = createHash("sha256").update(graph).digest("hex");
    graph[48] = 9;
    const manifest = await readFile(join(folder, "manifest.json"), "utf8");
    const restated = manifest.replace(stated, createHash("sha256").update(graph).digest("hex"));
    expect(restated).not.toBe(manifest);
    await writeFile(join(folder, "graph.hnsw"), graph);
    await writeFile(join(folder, "manifest.json"), await encodeManifest(parseManifest(Buffer.from(restated))));
    expect(await publishGeneration(indexDir, first)).toMatchObject({ name: "000002", published: true });
  });

  it.skipIf(!hasLibrary)("that the disk did not take whole fails the publication", async () => {
    const library = (await loadHnswlib()) as HnswLibrary;
    class SilentlyFailing extends library.HierarchicalNSW {
      // What writeIndex does on a full disk: it reports nothing.
      override async writeIndex(path: string): Promise<boolean> {
        const written = await super.writeIndex(path);
        truncateToHalf(path);
        return written;
      }
    }
    const indexDir = await temporaryFolder();
    await publishGeneration(indexDir, first);
    const failing = publishGeneration(indexDir, second, {
      loadLibrary: async () => ({ HierarchicalNSW: SilentlyFailing }),
    });
    await expect(failing).rejects.toThrow(/graph.hnsw can't be written: .*found \d+ bytes/u);
    expect((await readdir(indexDir)).sort()).toEqual(["CURRENT", "gen-000001"]);
  });

  it.skipIf(!hasLibrary)(
    "gives way to the exact scan, with one notice, where hnswlib is missing on opening",
    async () => {
      const indexDir = await temporaryFolder();
      await publishGeneration(indexDir, first);
      const notices: string[] = [];
      const onNotice = (notice: string) => void notices.push(notice);
      const { dense } = await openGeneration(indexDir, { embedder, onNotice, loadLibrary: async () => null });
      expect(dense.kind).toBe("exact");
      expect(notices).toEqual([expect.stringContaining("hnswlib-node is not installed")]);
    },
  );
});

function truncateToHalf(path: string): void {
  truncateSync(path, statSync(path).size >> 1);
}

function shortened<T extends { readonly text: string }>(document: T): T {
  return { ...document, text: document.text.slice(0, 20) };
}
