const windowWords = 12;

/**
 * Every run of twelve words of the texts, in order, `max` at most: real text in the thousands from a small corpus, since
 * graphs behave quite differently on random vectors.
 */
export function wordWindows(texts: readonly string[], max: number): readonly string[] {
  const windows: string[] = [];
  for (const text of texts) {
    const words = text.split(/\s+/u);
    for (let i = 0; i + windowWords <= words.length && windows.length < max; i++) {
      windows.push(words.slice(i, i + windowWords).join(" "));
    }
  }
  return windows;
}
