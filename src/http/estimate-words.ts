import { countWords } from "./count-words.ts";

/** How many words texts have; exact unless `isEstimate`. */
export interface WordCount {
  readonly words: number;
  readonly isEstimate: boolean;
}

/** Code units read for one count, which takes some 20 ms, and at most of one text. */
const maxRead = 400_000;
const maxReadOfOne = 100_000;

/**
 * Counts the words of texts of the given lengths (UTF-16 code units). Where that is more than can be read while a page waits,
 * texts from all over are read from their beginning, and the rest is taken to be like them.
 */
export function estimateWords(lengths: readonly number[], read: (index: number) => string): WordCount {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const isEstimate = total > maxRead;
  const step = isEstimate ? Math.max(1, Math.ceil(total / maxRead)) : 1;
  let [words, seen] = [0, 0];
  for (let i = 0; i < lengths.length && seen < maxRead; i += step) {
    const text = isEstimate ? read(i).slice(0, maxReadOfOne) : read(i);
    words += countWords(text);
    seen += text.length;
  }
  return { words: seen === 0 ? 0 : Math.round(words * Math.max(1, total / seen)), isEstimate };
}
