import type { WordVectors } from "./word-vectors.ts";

/** Possessives and contractions: China's, don't, they'll. */
const ending = /(?:n['’]t|['’](?:s|d|ll|m|re|ve))$/u;

/**
 * A word of a text -> rows of the table, and lower-case spellings where the table has nothing. Tried in turn: the
 * word; the word without a possessive or contracted ending; its parts around hyphens and apostrophes, each by itself;
 * each of these also without accents.
 */
export function resolveWord(words: WordVectors, word: string): readonly (number | string)[] {
  const spelling = word.toLowerCase();
  for (const form of [spelling, spelling.replace(ending, "")]) {
    const row = rowOf(words, form);
    if (row >= 0) return [row];
  }
  return spelling
    .replace(ending, "")
    .split(/['’-]/u)
    .map((part) => {
      const row = rowOf(words, part);
      return row >= 0 ? row : part;
    });
}

function rowOf(words: WordVectors, spelling: string): number {
  const row = words.row(spelling);
  if (row >= 0) return row;
  const plain = spelling.normalize("NFD").replace(/\p{M}/gu, "");
  return plain === spelling ? -1 : words.row(plain);
}
