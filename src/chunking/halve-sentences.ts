import type { Span } from "../domain/span.ts";

/**
 * Sentences in reading order -> runs of at most `maxLength` code units, by halving their number until each fits. A cut
 * depends on how many sentences there are and not on what they say, so that an edited sentence changes the run it is in
 * and at most the one beside it: filling runs from the front would move every later cut.
 */
export function halveSentences(sentences: readonly Span[], maxLength: number): (readonly Span[])[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return [];
  if (sentences.length === 1 || last.end - first.start <= maxLength) return [sentences];
  const middle = sentences.length >> 1;
  return [
    ...halveSentences(sentences.slice(0, middle), maxLength),
    ...halveSentences(sentences.slice(middle), maxLength),
  ];
}
