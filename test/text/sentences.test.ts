import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences, trimSpan } from "../../src/text/sentences.ts";

const sentencesOf = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["end at a period", "It rained. It stopped.", ["It rained.", "It stopped."]],
    ["do not end after a title", "Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]],
    ["do not end after an initial", "J. R. Stone wrote. He slept.", ["J. R. Stone wrote.", "He slept."]],
    ["do not end inside a number", "It cost 3.5 yuan. Then it fell.", ["It cost 3.5 yuan.", "Then it fell."]],
    ["do not end after “No.” before a number", "No. 5 is alive.", ["No. 5 is alive."]],
    ["end after a company when a capital follows", "Made by Acme Inc. It grew.", ["Made by Acme Inc.", "It grew."]],
    ["go on in lower case", "Nuts, oats, etc. and more.", ["Nuts, oats, etc. and more."]],
    ["keep their closing quote", "He said “Stop.” She did.", ["He said “Stop.”", "She did."]],
    ["run over a line break", "line one\nline two. Next.", ["line one\nline two.", "Next."]],
    ["end at a full-width period", "東京です。次です。", ["東京です。", "次です。"]],
    ["are absent from white space", " \n\t ", []],
  ])("%s", (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("of a part of a text carry the text's own offsets", () => {
    const text = "Skip this. Keep it. And this. Not this.";
    const spans = splitSentences(text, { start: 11, end: 29 });
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["Keep it.", "And this."]);
  });

  it("hold every character but white space, in order, without overlap", () => {
    const pieces = fc.constantFrom("Dr. ", "A b.", " ", "\n", "“Yes!”", "e.g. ", "x", "。", "U.S. ", "...", "7.", "👍");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        let from = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(from, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });
});

describe("a trimmed span", () => {
  it("has no white space at either end", () => {
    expect(trimSpan("  ab \n", { start: 0, end: 6 })).toEqual({ start: 2, end: 4 });
  });

  it("of white space alone is empty", () => {
    const { start, end } = trimSpan("a   b", { start: 1, end: 4 });
    expect(end).toBe(start);
  });
});
