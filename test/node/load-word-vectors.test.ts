import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dot } from "../../src/domain/vector.ts";
import { loadWordVectors } from "../../src/node/load-word-vectors.ts";
import { sha256 } from "../embedding/tiny-table.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "annalist-models-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("loadWordVectors", () => {
  it("says how to get a table that is missing", async () => {
    const failure = loadWordVectors(folder);
    await expect(failure).rejects.toMatchObject({ code: "index", file: "word-vectors.bin" });
    await expect(failure).rejects.toThrow(join(folder, "word-vectors.bin"));
    await expect(failure).rejects.toThrow("npm run build:vectors");
  });

  it("refuses a table in which one bit differs", async () => {
    const path = join(folder, "word-vectors.bin");
    await copyFile("models/word-vectors.bin", path);
    await expect(loadWordVectors(folder)).resolves.toMatchObject({ dimension: 100 });
    const bytes = await readFile(path);
    bytes[6_000_000] = (bytes[6_000_000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(loadWordVectors(folder)).rejects.toThrow(/contents have SHA-256 [0-9a-f]{64}; expected [0-9a-f]{64}/u);
  });
});

describe("the committed word vectors", () => {
  it("are the ones that their card describes", async () => {
    const bytes = await readFile("models/word-vectors.bin");
    const card = JSON.parse(await readFile("models/word-vectors.json", "utf8"));
    const readme = await readFile("models/README.md", "utf8");
    const table = await loadWordVectors("models");
    expect(card).toMatchObject({
      bytes: bytes.length,
      sha256: sha256(bytes),
      words: table.size,
      dimension: table.dimension,
      id: table.id,
    });
    for (const fact of [card.sha256, card.source.version, card.source.sha256]) expect(readme).toContain(fact);
  });

  it("fit 12 MB and hold at least 95,000 words", async () => {
    expect((await readFile("models/word-vectors.bin")).length).toBeLessThanOrEqual(12_000_000);
    expect((await loadWordVectors("models")).size).toBeGreaterThanOrEqual(95_000);
  });

  it("hold no number", async () => {
    const table = await loadWordVectors("models");
    expect(["2014", "7", ",", "%"].map((token) => table.row(token))).toEqual([-1, -1, -1, -1]);
  });

  it("all have unit length, before and after purifying", async () => {
    const table = await loadWordVectors("models");
    let worst = 0;
    for (let row = 0; row < table.size; row += 7) {
      for (const vector of [table.vector(row), table.purified(row)])
        worst = Math.max(worst, Math.abs(dot(vector, vector) - 1));
    }
    expect(worst).toBeLessThan(1e-5);
  });

  it.each([
    ["doctor", "physician", "banana"],
    ["car", "automobile", "poem"],
    ["beijing", "tianjin", "spoon"],
    ["railway", "train", "cheese"],
    ["growth", "increase", "violin"],
    ["pollution", "emissions", "goalkeeper"],
  ])("know that %s is nearer to %s than to %s", async (word, near, far) => {
    const table = await loadWordVectors("models");
    for (const view of [table.vector, table.purified]) {
      const [a, b, c] = [word, near, far].map((each) => view(table.row(each))) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ];
      expect(dot(a, b)).toBeGreaterThan(dot(a, c) + 0.3);
    }
  });

  it("rank words by how frequent they are", async () => {
    const table = await loadWordVectors("models");
    const ranks = ["the", "government", "railway", "photosynthesis"].map((word) => table.rank(table.row(word)));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks[0]).toBe(0);
  });
});
