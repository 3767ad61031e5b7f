import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

describe("a corpus", () => {
  it("is read in the order of its paths, whatever order it is given in", async () => {
    const files = [file("b.txt", "Title B\n\nProse."), file("a.md", "# Title A\n\nProse.")];
    const { parsed } = await parseCorpus(files);
    expect(parsed.map(({ document: { id, title, mediaType } }) => [id, title, mediaType])).toEqual([
      ["a", "Title A", "text/markdown"],
      ["b", "Title B", "text/plain"],
    ]);
    expect(await parseCorpus(files.toReversed())).toEqual(await parseCorpus(files));
  });

  it.each([
    ["in an unknown format", file("a.exe", "x"), /unknown format: expected one of \.txt, \.md/],
    ["without an ending", file("README", "x"), /unknown format/],
    ["that is empty", file("a.txt", ""), /the file is empty/],
    ["without prose", file("a.md", "# Title\n"), /holds no prose/],
    ["that is not UTF-8", { path: "a.txt", bytes: Uint8Array.of(0x61, 0xff) }, /byte 1 \(0xff\)/],
    ["that is binary", { path: "a.txt", bytes: Uint8Array.of(0) }, /byte 0 is NUL/],
  ])("names a file %s, and still reads the others", async (_, broken, reason) => {
    const { parsed, problems } = await parseCorpus([broken, file("z.txt", "Prose is here.")]);
    expect(parsed.map(({ document }) => document.id)).toEqual(["z"]);
    expect(problems).toEqual([{ path: broken.path, reason: expect.stringMatching(reason) }]);
  });

  it("takes publisher, date and address from front matter, but an address of the web only", async () => {
    const text = "---\nauthor: Ann\ndate: 2024-05-06\nlang: en\nurl: javascript:alert(1)\n---\nProse.";
    const [post] = (await parseCorpus([file("a.md", text)])).parsed;
    expect(post?.document).toMatchObject({
      author: "Ann",
      publisher: "Ann",
      date: "2024-05-06",
      language: "en",
      url: null,
    });
  });

  it("never throws, and every part of a block lies inside it, in order", async () => {
    const words = fc.constantFrom(
      "# ",
      "A b. ",
      "\n",
      "\n\n",
      "- ",
      "> ",
      "|",
      "---\n",
      "```\n",
      "<b>",
      "\r\n",
      "é",
      "1. ",
      "  ",
    );
    const texts = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("x.md", "x.txt"), async (text, path) => {
        const { parsed, problems } = await parseCorpus([file(path, text)]);
        expect(parsed.length + problems.length).toBe(1);
        for (const { start, end, parts } of parsed.flatMap(({ blocks }) => blocks)) {
          let from = start;
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(from);
            expect(part.end).toBeGreaterThan(part.start);
            from = part.end;
          }
          expect(from).toBe(end);
        }
      }),
    );
  });
});
