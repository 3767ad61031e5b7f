import type { Span } from "../domain/span.ts";

/** A run of letters, a run of digits, or one mark. */
export interface TimeToken extends Span {
  /** Lower case. */
  readonly text: string;
  readonly kind: "word" | "digits" | "mark";
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** No white space stands between it and the token before. */
  readonly glued: boolean;
}

const pattern = /(?<digits>[0-9]+)|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}])+)|[^\s]/gu;

/** Splits more finely than `tokenize`: "Q1", "1990s" and "2013-14" fall into their parts, and marks are kept. */
export function readTimeTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  let last = -1;
  for (const match of text.matchAll(pattern)) {
    const [raw] = match;
    const start = match.index;
    const kind = match.groups?.digits !== undefined ? "digits" : match.groups?.word !== undefined ? "word" : "mark";
    const lower = raw.toLowerCase();
    tokens.push({
      text: lower,
      kind,
      capital: kind === "word" && raw.charAt(0) !== lower.charAt(0),
      glued: start === last,
      start,
      end: start + raw.length,
    });
    last = start + raw.length;
  }
  return tokens;
}
