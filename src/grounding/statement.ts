import { isStopWord } from "../text/stop-words.ts";
import { termOf } from "../text/term.ts";
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
}

/** One way in which a claim departs from its evidence; the worst severity decides the verdict. */
export interface Problem {
  readonly severity: "partial" | "unsupported" | "contradicted";
  readonly message: string;
}

export function readStatement(text: string): Statement {
  let end = 0;
  const words = tokenize(text).map((token): StatementWord => {
    const gap = text.slice(end, token.start);
    end = token.end;
    const isContent = token.kind === "number" || (!isStopWord(token.text) && token.text.length > 1);
    return { ...token, term: directionOf(token.text) ?? termOf(token), gap, isContent };
  });
  return { text, words, terms: new Set(words.map((word) => word.term)) };
}

/** True when a word goes on with the phrase of the word before it: only spaces, hyphens, quotes or a percent sign between them. */
export function continuesPhrase({ gap }: StatementWord): boolean {
  return /^[\s"'“”‘’%％\-‐–]*$/u.test(gap);
}

/** True for the first word of a text and of each sentence in it, where a capital letter means nothing. */
export function startsSentence({ words }: Statement, index: number): boolean {
  return index === 0 || /[.!?。！？:]["'”’)\]]*\s|\n/u.test(words[index]?.gap ?? "");
}
