import type { Span } from "../domain/span.ts";
import { isStopWord } from "../text/stop-words.ts";
import { termOf } from "../text/term.ts";
import { findTimes } from "../text/time-expressions.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { directionOf } from "./direction-words.ts";

/** A token of a statement with what the checks ask of it. */
export interface StatementWord extends Token {
  /** What is compared: a stem or digits; words of rising and of falling share one term each. */
  readonly term: string;
  /** The characters between the word before and this one. */
  readonly gap: string;
  /** Carries a topic: neither a function word nor a letter alone. */
  readonly isContent: boolean;
}

/** A text as the grounding checks read it: a claim, or the evidence for one. */
export interface Statement {
  readonly text: string;
  readonly words: readonly StatementWord[];
  /** Every term that occurs. */
  readonly terms: ReadonlySet<string>;
  /** Years that words such as "last year" stand for. */
  readonly toldYears: readonly ToldYear[];
}

export interface ToldYear extends Span {
  readonly year: number;
}

/** Relative times count from the day of publication, `YYYY-MM-DD`; without one they tell no year. */
export function readStatement(text: string, published: string | null = null): Statement {
  let end = 0;
  const words = tokenize(text).map((token): StatementWord => {
    const gap = text.slice(end, token.start);
    end = token.end;
    const isContent = token.kind === "number" || (!isStopWord(token.text) && token.text.length > 1);
    return { ...token, term: directionOf(token.text) ?? termOf(token), gap, isContent };
  });
  const toldYears = published === null ? [] : readToldYears(text, published);
  return { text, words, terms: new Set(words.map((word) => word.term)), toldYears };
}

function readToldYears(text: string, published: string): readonly ToldYear[] {
  return findTimes(text, published).flatMap(({ start, end, from, to, relative }) => {
    const year = from.slice(0, 4);
    return relative && to.startsWith(year) ? [{ year: Number(year), start, end }] : [];
  });
}

/** True when a word goes on with the phrase of the word before it: only spaces, hyphens, quotes or a percent sign between them. */
export function continuesPhrase({ gap }: StatementWord): boolean {
  return /^[\s"'“”‘’%％\-‐–]*$/u.test(gap);
}

/** True for the first word of a text and of each sentence in it, where a capital letter means nothing. */
export function startsSentence({ words }: Statement, index: number): boolean {
  return index === 0 || /[.!?。！？:]["'”’)\]]*\s|\n/u.test(words[index]?.gap ?? "");
}
