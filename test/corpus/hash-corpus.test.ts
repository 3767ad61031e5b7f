import { describe, expect, it } from "vitest";
import { hashCorpus } from "../../src/corpus/hash-corpus.ts";

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const files = [file("a.txt", "one"), file("b.txt", "two")];

describe("the hash of a corpus", () => {
  it("is a SHA-256 in lower-case hex, the same in any order of files", async () => {
    const hash = await hashCorpus(files, "static");
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashCorpus(files.toReversed(), "static")).toBe(hash);
  });

  it.each([
    ["a file's bytes", [file("a.txt", "one."), file("b.txt", "two")], "static"],
    ["a file's name", [file("c.txt", "one"), file("b.txt", "two")], "static"],
    ["which file holds what", [file("a.txt", "two"), file("b.txt", "one")], "static"],
    ["the number of files", [file("a.txt", "one")], "static"],
    ["the embedder", files, "other"],
  ])("changes with %s", async (_, changed, embedder) => {
    expect(await hashCorpus(changed, embedder)).not.toBe(await hashCorpus(files, "static"));
  });
});
