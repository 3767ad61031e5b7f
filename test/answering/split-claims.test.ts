import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitClaims } from "../../src/answering/split-claims.ts";

const texts = (text: string) => splitClaims(text).map(({ start, end }) => text.slice(start, end));

describe("splitClaims", () => {
  it.each([
    ["It rose. It fell.", ["It rose.", "It fell."], "sentences"],
    ["It rose\nby 5 %. It fell.", ["It rose\nby 5 %.", "It fell."], "a soft wrap"],
    ["A title\n\nIt rose.", ["A title", "It rose."], "paragraphs"],
    ["A title\r\n \r\nIt rose.", ["A title", "It rose."], "paragraphs with other line ends"],
    [
      "- one\n- two\n1. three\n2) four\n• five",
      ["one", "two", "three", "four", "five"],
      "items of lists, without their marks",
    ],
    ["# A title\n## Another\nIt rose.", ["A title", "Another\nIt rose."], "headings"],
    ["It rose. [1] It fell [2][3]. So.", ["It rose.", "It fell [2][3].", "So."], "the markers of an answer"],
    ["[1]", [], "a marker alone"],
    ["", [], "nothing"],
  ])("%j: %s (%s)", (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it("blanks out markers in the words alone, so that offsets agree", () => {
    expect(splitClaims("It rose [1] by 5.")).toEqual([{ start: 0, end: 17, words: "It rose     by 5." }]);
  });

  it("gives spans in order, none overlapping another, that leave out no word but marks", () => {
    const parts = fc.array(fc.constantFrom("a", "Bo", ".", " ", "\n", "\n\n", "- ", "[1]", "?", "\r\n", "1. ", "😀"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(parts, (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { start, end, words } of splitClaims(text)) {
          expect([last <= start, start < end, words.length === end - start]).toEqual([true, true, true]);
          last = end;
        }
        const kept = texts(text).join("").match(/a|Bo/gu)?.length ?? 0;
        expect(kept).toBe(text.match(/a|Bo/gu)?.length ?? 0);
      }),
    );
  });
});
