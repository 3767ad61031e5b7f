import type { Span } from "../domain/span.ts";
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isParticiple,
  isPreposition,
  isPronoun,
  isQuestionWord,
  isThirdPerson,
  isVerb,
} from "./word-classes.ts";
import type { Word } from "./words.ts";

export interface PhraseOptions {
  /** Takes in what hangs on the phrase by prepositions other than "of" too. */
  readonly complements?: boolean;
  /** The phrase stands behind "is" or "was", so that only a participle ends it. */
  readonly afterBe?: boolean;
}

/** Longer runs are clauses that were not taken apart. */
const maxWords = 14;

/**
 * Index behind the noun phrase that begins at `from`; `from` itself when none does. It takes in what hangs
 * on it by "of".
 */
export function nounPhraseEnd(
  words: readonly Word[],
  from: number,
  { complements = false, afterBe = false }: PhraseOptions = {},
): number {
  const first = words[from];
  if (first === undefined || first.kind === "mark") return from;
  let at = isDeterminer(first.text) && words[from + 1]?.kind !== "mark" ? from + 1 : from;
  let end = from;
  while (at < words.length && at - from < maxWords) {
    const word = words[at] as Word;
    const next = words[at + 1];
    // "the relocated firms", but "firms relocated" and "relocated to": a verb belongs to the phrase behind a determiner.
    const determined = at > from && isDeterminer(words[at - 1]?.text ?? "");
    // "a tree falls"
    if (/^an?$/u.test(first.text) && end > from + 1 && isThirdPerson(word.text)) break;
    if (isHead(word, determined ? "none" : afterBe ? "participles" : "all")) {
      at++;
      end = at;
    } else if (end === at && end > from && next !== undefined && joins(word, next, complements)) {
      at += isDeterminer(next.text) ? 2 : 1;
    } else break;
  }
  return end;
}

function isHead(word: Word, ending: "none" | "participles" | "all"): boolean {
  if (word.kind === "mark") return false;
  if (word.isName) return true;
  const { text } = word;
  if (isAuxiliary(text) || isPreposition(text) || isConjunction(text) || isQuestionWord(text)) return false;
  if (isPronoun(text) || isDeterminer(text)) return false;
  if (ending === "none") return true;
  return !isAdverb(text) && !(ending === "all" ? isVerb(text) : isParticiple(text));
}

function joins(word: Word, next: Word, complements: boolean): boolean {
  if (next.kind === "mark" || isPronoun(next.text)) return false;
  const nominal = next.isName || isDeterminer(next.text) || isHead(next, "all");
  if (word.text === "of") return nominal;
  if (word.text === "and" || word.text === "or" || word.text === "," || word.text === "&") {
    return next.isName || (word.text !== "," && (isDeterminer(next.text) || (complements && isHead(next, "all"))));
  }
  return complements && nominal && word.kind === "word" && isPreposition(word.text);
}

/** Every noun phrase of the words between two indices, in reading order. */
export function nounPhrases(words: readonly Word[], from = 0, to: number = words.length): readonly Span[] {
  const found: Span[] = [];
  const part = words.slice(0, to);
  for (let at = from; at < to; ) {
    const end = nounPhraseEnd(part, at);
    if (end === at) at++;
    else {
      found.push({ start: at, end });
      at = end;
    }
  }
  return found;
}

/** The words between two indices as they stand in the text. */
export function textOf(text: string, words: readonly Word[], { start, end }: Span): string {
  const first = words[start];
  const last = words[end - 1];
  return first === undefined || last === undefined || end <= start ? "" : text.slice(first.start, last.end);
}

/** The noun that the phrase is about: the last one before "of", folded. */
export function headOf(words: readonly Word[], { start, end }: Span): string {
  let head = "";
  for (let at = start; at < end; at++) {
    const word = words[at] as Word;
    if (at > start && (isPreposition(word.text) || word.kind === "mark")) break;
    if (word.kind !== "mark" && !isDeterminer(word.text)) head = word.text;
  }
  return head;
}
