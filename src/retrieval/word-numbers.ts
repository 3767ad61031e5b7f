import type { SentenceWord } from "./prepare-sentence.ts";

/**
 * Different words in the order in which they were first met. A word is known by its row of the table, which has one stem,
 * or by itself where it has none. It grows with what it is shown, as far as its owner lets it.
 */
export interface WordNumbers {
  readonly size: number;
  /** Number of each of the words; kept for as long as this very list of words is. */
  numbersOf(words: readonly SentenceWord[]): Int32Array;
  /** The first word that was met under a number. */
  word(number: number): SentenceWord;
}

export function createWordNumbers(): WordNumbers {
  const words: SentenceWord[] = [];
  const byRow = new Map<number, number>();
  const byTerm = new Map<string, number>();
  const kept = new WeakMap<readonly SentenceWord[], Int32Array>();
  const numberOf = (word: SentenceWord): number => {
    const known = word.row < 0 ? byTerm.get(word.term) : byRow.get(word.row);
    if (known !== undefined) return known;
    if (word.row < 0) byTerm.set(word.term, words.length);
    else byRow.set(word.row, words.length);
    return words.push(word) - 1;
  };
  return {
    get size() {
      return words.length;
    },
    numbersOf: (list) => {
      const known = kept.get(list);
      if (known !== undefined) return known;
      const numbers = Int32Array.from(list, numberOf);
      kept.set(list, numbers);
      return numbers;
    },
    word: (number) => words[number] as SentenceWord,
  };
}
