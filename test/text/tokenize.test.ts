import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/text/tokenize.ts";

describe("a text's tokens", () => {
  it.each([
    ["case and accents", "Naïve ÉCLAIR", ["naive", "eclair"]],
    ["a possessive, straight or curly", "dog's cat’s", ["dog", "cat"]],
    ["an apostrophe inside a word", "don't", ["dont"]],
    ["thousands commas", "1,234,567.5", ["1234567.5"]],
    ["an ordinal's ending", "3rd 21st", ["3", "21"]],
    ["fractions", "½ 2½", ["0.5", "2.5"]],
    ["digits of full width", "３４", ["34"]],
    ["initials with periods", "U.S.", ["u.s."]],
    ["digits inside a word", "GPT4", ["gpt4"]],
  ])("fold %s", (_, text, folded) => {
    expect(tokenize(text).map((token) => token.text)).toEqual(folded);
  });

  it("tell numbers from words", () => {
    expect(tokenize("12 boats at 9:30").map(({ kind }) => kind)).toEqual(["number", "word", "word", "number"]);
  });

  it("are single characters in Chinese", () => {
    expect(tokenize("東京 tower").map(({ text }) => text)).toEqual(["東", "京", "tower"]);
  });

  it("leave punctuation and spaces out", () => {
    expect(tokenize(" — ¿? … \n\t")).toEqual([]);
  });

  it("stand where their offsets say, in order, never overlapping", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        let from = 0;
        for (const { start, end, raw } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(raw);
          from = end;
        }
      }),
    );
  });
});
