import { tokenize } from "../text/tokenize.ts";

const maxLength = 200;

/**
 * The first candidate whose words stand verbatim in one of the quotes and cut no word or number of it in two, so that
 * "3" is not found in "37%"; null when none does.
 */
export function pickShortAnswer(candidates: readonly (string | null)[], quotes: readonly string[]): string | null {
  for (const candidate of candidates) {
    const words = candidate?.trim() ?? "";
    if (words === "" || words.length > maxLength) continue;
    if (quotes.some((quote) => holdsWords(quote, words))) return words;
  }
  return null;
}

function holdsWords(quote: string, words: string): boolean {
  const tokens = tokenize(quote);
  const cutsToken = (at: number) =>
    tokens.some(({ start, end }) => start < at && at < end && !/^['’]s$/u.test(quote.slice(at, end)));
  for (let at = quote.indexOf(words); at >= 0; at = quote.indexOf(words, at + 1)) {
    if (!cutsToken(at) && !cutsToken(at + words.length)) return true;
  }
  return false;
}
