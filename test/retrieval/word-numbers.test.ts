import { describe, expect, it } from "vitest";
import type { SentenceWord } from "../../src/retrieval/prepare-sentence.ts";
import { createWordNumbers } from "../../src/retrieval/word-numbers.ts";

function word(term: string, row: number): SentenceWord {
  return { term, termId: 0, row, numeric: false, position: 0, start: 0, idf: 1, isName: false, before: "" };
}

describe("the numbers of words", () => {
  it("are given in the order in which words are first met, across sentences", () => {
    const numbers = createWordNumbers();
    expect([...numbers.numbersOf([word("ship", 4), word("boat", 2), word("ship", 4)])]).toEqual([0, 1, 0]);
    expect([...numbers.numbersOf([word("harbour", 9), word("boat", 2)])]).toEqual([2, 1]);
    expect(numbers.size).toBe(3);
    expect(numbers.word(2).term).toBe("harbour");
  });

  it("tell words apart that no table knows", () => {
    const numbers = createWordNumbers();
    expect([...numbers.numbersOf([word("1999", -1), word("2000", -1), word("1999", -1)])]).toEqual([0, 1, 0]);
  });

  it("are read once for one list of words", () => {
    const numbers = createWordNumbers();
    const words = [word("ship", 4)];
    expect(numbers.numbersOf(words)).toBe(numbers.numbersOf(words));
  });
});
