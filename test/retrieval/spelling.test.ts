import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSpelling } from "../../src/retrieval/spelling.ts";
import { buildLexicalIndex } from "../../src/search-index/build-lexical-index.ts";
import { decodeLexicalIndex } from "../../src/search-index/lexical-index.ts";
import { editDistance } from "../../src/text/edit-distance.ts";
import { makeDocument } from "../make-document.ts";

const text = "Harbour harbour lighthouse mill bread keeper herring 1850 containers card cart cart";
const lexical = decodeLexicalIndex(
  buildLexicalIndex(
    [makeDocument({ id: "a", text })],
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
  it("gives the same whether it was prepared or not", async () => {
    const prepared = createSpelling(lexical);
    await prepared.prepare();
    for (const word of ["harbor", "brend", "zebra"]) expect(prepared.nearest(word)).toBe(spelling.nearest(word));
    expect(prepared.split("millbread")).toEqual(["mill", "bread"]);
  });

  it("knows the corpus's words alone", () => {
    expect(["harbour", "1850", "zebra"].map(spelling.knows)).toEqual([true, true, false]);
  });

  it.each([
    ["a letter left out", "harbor", "harbour"],
    ["two letters swapped", "lihgthouse", "lighthouse"],
    ["two edits in a long word", "contanerz", "containers"],
    ["one edit in a short word", "brend", "bread"],
    ["a letter too many", "keepper", "keeper"],
    ["a letter in front", "xherring", "herring"],
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

  it("finds, for an unknown word, the first of the nearest, as comparing it with all would", () => {
    const limitOf = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);
    const naive = (word: string) => {
      const near = [...lexical.surfaces]
        .filter((surface) => surface.length >= 4 && !/\d/u.test(surface))
        .map((surface) => ({ surface, distance: editDistance(word, surface, 2) }))
        .filter(({ distance }) => distance <= limitOf(word));
      return near.sort((a, b) => a.distance - b.distance)[0]?.surface ?? null;
    };
    const letter = fc.constantFrom(..."abehrtuxé");
    const edit = fc.tuple(fc.nat(12), fc.nat(1), fc.oneof(letter, fc.constant("")));
    const misspelled = fc
      .tuple(
        fc.constantFrom(...lexical.surfaces.filter((surface) => !/\d/u.test(surface))),
        fc.array(edit, { maxLength: 3 }),
      )
      .map(([word, edits]) =>
        edits.reduce((text, [at, cut, added]) => text.slice(0, at) + added + text.slice(at + cut), word),
      );
    fc.assert(
      fc.property(misspelled, (word) => {
        fc.pre(!spelling.knows(word));
        expect(spelling.nearest(word)).toBe(naive(word));
      }),
    );
  });

  it("splits a run-together word into two that the corpus has", () => {
    expect(spelling.split("breadmill")).toEqual(["bread", "mill"]);
    expect(spelling.split("breadzebra")).toBeNull();
    expect(spelling.split("bread")).toBeNull();
  });
});
