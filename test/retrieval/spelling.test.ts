import { describe, expect, it } from "vitest";
import { createSpelling } from "../../src/retrieval/spelling.ts";
import { buildLexicalIndex } from "../../src/search-index/build-lexical-index.ts";
import { decodeLexicalIndex } from "../../src/search-index/lexical-index.ts";

const text = "Harbour harbour lighthouse mill bread keeper herring 1850 containers card cart cart";
const lexical = decodeLexicalIndex(
  buildLexicalIndex(
    [{ id: "a", title: "", url: null, publisher: null, date: null, mediaType: "text/plain", text }],
    [
      {
        id: "a#0",
        documentId: "a",
        start: 0,
        end: text.length,
        heading: [],
        sentences: [{ start: 0, end: text.length }],
      },
    ],
  ),
);
const spelling = createSpelling(lexical);

describe("spelling", () => {
  it("knows the corpus's words alone", () => {
    expect(["harbour", "1850", "zebra"].map(spelling.knows)).toEqual([true, true, false]);
  });

  it.each([
    ["a letter left out", "harbor", "harbour"],
    ["two letters swapped", "lihgthouse", "lighthouse"],
    ["two edits in a long word", "contanerz", "containers"],
    ["one edit in a short word", "brend", "bread"],
    ["the commoner of two equally near", "carx", "cart"],
  ])("finds the word meant by %s", (_, word, meant) => {
    expect(spelling.nearest(word)).toBe(meant);
  });

  it.each([
    ["two edits in a short word", "brnnd"],
    ["three edits in a long word", "lighxxxse"],
    ["a word of three letters", "mil"],
    ["a number", "1851"],
  ])("guesses nothing for %s", (_, word) => {
    expect(spelling.nearest(word)).toBeNull();
  });

  it("splits a run-together word into two that the corpus has", () => {
    expect(spelling.split("breadmill")).toEqual(["bread", "mill"]);
    expect(spelling.split("breadzebra")).toBeNull();
    expect(spelling.split("bread")).toBeNull();
  });
});
