import { componentCount } from "./compile-word-table.ts";
import { wordTableLayout } from "./word-table-layout.ts";

/**
 * The most frequent words that fit a table of at most `maxBytes`, in the order given (most frequent first). Punctuation
 * and numbers stay out: a number is compared by its value, and similar vectors would make 2014 and 2015 one year.
 */
export function selectWords(byFrequency: readonly string[], dimension: number, maxBytes: number): readonly string[] {
  const encoder = new TextEncoder();
  const selected: string[] = [];
  let textBytes = 0;
  for (const word of byFrequency) {
    if (!/\p{L}/u.test(word)) continue;
    textBytes += encoder.encode(word).length;
    const size = { words: selected.length + 1, dimension, components: componentCount, textBytes };
    if (wordTableLayout(size).end > maxBytes) break;
    selected.push(word);
  }
  return selected;
}
