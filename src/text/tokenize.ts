import type { Span } from "../domain/span.ts";

/** A word or a number of a text, with its place in it. */
export interface Token extends Span {
  /** Folded for comparison: lower case, no accents, no possessive 's, no thousands commas, no ordinal ending. */
  readonly text: string;
  /** The characters as they stand. */
  readonly raw: string;
  readonly kind: "word" | "number";
}

const tokenPattern =
  /(?<han>\p{Script=Han})|(?<number>\p{Nd}+(?:[.,:]\p{Nd}+)*[½¼¾⅓⅔]?(?:st|nd|rd|th|s)?(?![\p{L}\p{Nd}])|[½¼¾⅓⅔])|(?<word>(?:\p{L}\.){2,}|[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:['’][\p{L}\p{M}]+)*(?:(?<=\p{Nd})\.\p{Nd}+)?)/gu;

const fractions: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67" };

/** Words and numbers in reading order. Punctuation and spaces are left out; Han characters are tokens of their own. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    const isNumber = match.groups?.number !== undefined;
    const folded = isNumber ? foldNumber(raw) : foldWord(raw);
    tokens.push({
      text: folded,
      raw,
      start: match.index,
      end: match.index + raw.length,
      kind: isNumber ? "number" : "word",
    });
  }
  return tokens;
}

/** Lower case, compatibility forms and accents folded away, apostrophes dropped after a possessive 's is cut. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replace(/['’]/gu, "");
}

function foldNumber(raw: string): string {
  return raw
    .normalize("NFC")
    .replace(/[½¼¾⅓⅔]/gu, (fraction) => fractions[fraction] ?? fraction)
    .normalize("NFKC")
    .replace(/^\./u, "0.")
    .replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, "")
    .replace(/(?:st|nd|rd|th)$/u, "");
}
