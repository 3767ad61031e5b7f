import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords } from "../../src/http/count-words.ts";
import { estimateWords } from "../../src/http/estimate-words.ts";

describe("countWords", () => {
  it.each([
    ["", 0],
    [" \n—! ", 0],
    ["It's 3.5 percent, or 1,200 well-known cases.", 7],
    ["Élodie and naïve", 3],
    ["京津冀协同发展。", 7],
    ["2023年 GDP", 3],
    ["سؤال قصير", 2],
  ])("%j has %i", (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it("is what white space says of plain words", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/u), { maxLength: 50 });
    fc.assert(fc.property(words, (list) => countWords(list.join(" \n")) === list.length));
  });
});

describe("estimateWords", () => {
  it("counts every word of a small corpus", () => {
    const texts = ["One two.", "", "Three."];
    expect(
      estimateWords(
        texts.map(({ length }) => length),
        (i) => texts[i] as string,
      ),
    ).toEqual({ words: 3, isEstimate: false });
    expect(estimateWords([], () => "")).toEqual({ words: 0, isEstimate: false });
  });

  it("reads a bounded part of a large one, from all over, and takes the rest to be like it", () => {
    const text = "four ".repeat(200);
    const read: number[] = [];
    const count = estimateWords(new Array(100_000).fill(text.length), (i) => {
      read.push(i);
      return text;
    });
    expect(count).toEqual({ words: 20_000_000, isEstimate: true });
    expect(read.length).toBeLessThanOrEqual(400);
    expect(read.at(-1)).toBeGreaterThan(99_000);
  });

  it("reads the beginning of one long text", () => {
    const text = "four ".repeat(1_000_000);
    expect(estimateWords([text.length], () => text)).toEqual({ words: 1_000_000, isEstimate: true });
  });
});
