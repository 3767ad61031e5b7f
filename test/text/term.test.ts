import { describe, expect, it } from "vitest";
import { isNumeric, termOf } from "../../src/text/term.ts";

describe("the term of a token", () => {
  it.each([
    ["running", "run"],
    ["bridges", "bridg"],
    ["twenty", "20"],
    ["七", "七"],
    ["gpt4", "gpt4"],
    ["constructor", "constructor"],
  ])("of the word %s is %s", (text, term) => {
    expect(termOf({ text, kind: "word" })).toBe(term);
  });

  it("is the same for every form of a word", () => {
    const terms = ["connect", "connected", "connecting", "connection"].map((text) => termOf({ text, kind: "word" }));
    expect(new Set(terms).size).toBe(1);
  });

  it("is a number's digits as they are", () => {
    expect(termOf({ text: "1234.5", kind: "number" })).toBe("1234.5");
  });

  it("of “one” is no number, since it is mostly a pronoun", () => {
    expect(termOf({ text: "one", kind: "word" })).not.toBe("1");
    expect(isNumeric({ text: "one", kind: "word" })).toBe(false);
    expect(isNumeric({ text: "nine", kind: "word" })).toBe(true);
    expect(isNumeric({ text: "9", kind: "number" })).toBe(true);
  });
});
