import { describe, expect, it } from "vitest";
import { hashCorpus, type IngestSettings } from "../../src/corpus/hash-corpus.ts";

const file = (path: string, sha256: string) => ({ path, sha256 });
const files = [file("a.txt", "one"), file("b.txt", "two")];
const settings: IngestSettings = { version: 1, textColumn: null };

describe("the hash of a corpus", () => {
  it("is a SHA-256 in lower-case hex, the same for the same", async () => {
    const hash = await hashCorpus(files, "static", settings);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashCorpus([...files], "static", { ...settings })).toBe(hash);
  });

  it.each<[string, typeof files, string, IngestSettings?]>([
    ["a file's bytes", [file("a.txt", "one."), file("b.txt", "two")], "static"],
    ["a file's name", [file("c.txt", "one"), file("b.txt", "two")], "static"],
    ["which file holds what", [file("a.txt", "two"), file("b.txt", "one")], "static"],
    ["the number of files", [file("a.txt", "one")], "static"],
    ["the embedder", files, "other"],
    ["the ingest version", files, "static", { ...settings, version: 2 }],
    ["the column of texts", files, "static", { ...settings, textColumn: "body" }],
  ])("changes with %s", async (_, changed, embedder, changedSettings = settings) => {
    expect(await hashCorpus(changed, embedder, changedSettings)).not.toBe(await hashCorpus(files, "static", settings));
  });
});
