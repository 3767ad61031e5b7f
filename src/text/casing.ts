import { isStopWord } from "./stop-words.ts";

/** How a text writes its words where no sentence starts, which tells a name from a common word. */
export interface Casing {
  /** Written with a capital, and hardly ever without. */
  isName(word: string): boolean;
  /** Written in lower case, and hardly ever with a capital. */
  isCommon(word: string): boolean;
}

const wordPattern = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Reads the casing of every word but the first of each sentence. */
export function readCasing(sentences: Iterable<string>): Casing {
  const lower = new Map<string, number>();
  const capitalised = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const sentence of sentences) {
    for (const { 0: word, index } of sentence.matchAll(wordPattern)) {
      if (/^\p{Ll}/u.test(word)) count(lower, word);
      else if (index > 1) count(capitalised, word.toLowerCase());
    }
  }
  const smalls = (word: string) => lower.get(word.toLowerCase()) ?? 0;
  const capitals = (word: string) => capitalised.get(word.toLowerCase()) ?? 0;
  return {
    isName: (word) => capitals(word) > 2 * smalls(word) && !isStopWord(word.toLowerCase()),
    isCommon: (word) => smalls(word) > 2 * capitals(word) || isStopWord(word.toLowerCase()),
  };
}
