import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCitations } from "../../eval/citations.ts";
import { isOnEvidence, squeezeWhiteSpace } from "../../eval/on-evidence.ts";
import { makeCitation } from "./make-answer.ts";

const text = "First words. The gate opens at nine. Last words.";
const documents = new Map([["doc", { text }]]);
const evidence = ["The gate opens at nine."];

const gate = makeCitation({ marker: 1, start: 13, end: 36, quote: "The gate opens at nine." });
const first = makeCitation({ marker: 2, start: 0, end: 12, quote: "First words." });

describe("isOnEvidence", () => {
  it.each([
    ["the same sentence", "The gate opens at nine.", true],
    ["a part of it", "opens at nine", true],
    ["a longer run that holds it", "Yes. The gate opens at nine. No.", true],
    ["other white space", "The  gate\nopens at nine. ", true],
    ["another sentence", "The gate opens at ten.", false],
    ["nothing", "", false],
    ["white space alone", " \n", false],
  ])("%s", (_, sentence, expected) => {
    expect(isOnEvidence(sentence, evidence)).toBe(expected);
  });

  it("needs one of several evidence sentences and never an empty one", () => {
    expect(isOnEvidence("B.", ["A.", "B."])).toBe(true);
    expect(isOnEvidence("B.", ["A.", " "])).toBe(false);
  });

  it("holds for every slice of a sentence that is not blank", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (sentence, from, length) => {
        const part = sentence.slice(from, from + length);
        fc.pre(squeezeWhiteSpace(part) !== "");
        expect(isOnEvidence(part, [sentence])).toBe(true);
      }),
    );
  });
});

describe("checkCitations", () => {
  it("counts what is verbatim and what is on the evidence", () => {
    expect(checkCitations([gate, first], evidence, documents)).toEqual({
      count: 2,
      verbatim: 2,
      onEvidence: 1,
      first: true,
      any: true,
    });
  });

  it("takes the lowest marker for the first, whatever the order", () => {
    const swapped = [
      { ...gate, marker: 2 },
      { ...first, marker: 1 },
    ];
    expect(checkCitations(swapped, evidence, documents)).toMatchObject({ first: false, any: true });
  });

  it("finds nothing in no citations", () => {
    expect(checkCitations([], evidence, documents)).toMatchObject({ count: 0, first: false, any: false });
  });

  it.each([
    ["offsets that are off by one", { start: 14, end: 37 }],
    ["an end that does not fit the quote", { end: 35 }],
    ["offsets that count from the end", { start: 13 - text.length, end: 36 - text.length }],
    ["a document that is not there", { documentId: "other" }],
    ["an empty quote", { start: 13, end: 13, quote: "" }],
    ["white space that was squeezed", { end: 37, quote: "The gate  opens at nine." }],
  ])("does not call verbatim: %s", (_, fields) => {
    expect(checkCitations([{ ...gate, ...fields }], evidence, documents).verbatim).toBe(0);
  });
});
