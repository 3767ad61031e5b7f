import type { Statement } from "../grounding/statement.ts";
import { courtesy, withoutOpening } from "../retrieval/polite-phrases.ts";

const asks = /[?？][\p{Pe}\p{Pf}"'”’\s]*$/u;

/** False for a question, a greeting, thanks, and words that name nothing: there is nothing in them that could be true. */
export function makesClaim({ text, words }: Statement): boolean {
  if (asks.test(text) || courtesy.test(text)) return false;
  const opened = withoutOpening(text).length;
  return words.some((word) => word.isContent && word.start >= opened);
}
