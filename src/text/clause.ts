import type { Casing } from "./casing.ts";
import { findMainVerb, isAuxiliary, joinsVerb, type MainVerb, opensClause, readMainVerb } from "./main-verb.ts";
import { lowerFirst, readNounPhrase } from "./noun-phrase.ts";
import { leadingTime } from "./time-phrase.ts";
import { verbForm } from "./verb-forms.ts";

/**
 * The main clause of a plain English statement, taken apart so that it can be turned round:
 * "what + auxiliary + subject + main" is a question whatever the verb was.
 */
export interface Clause extends Omit<MainVerb, "next">, Predicate {
  /** "in 2022" or "in Leeds", where the sentence starts with a time or a named place; else empty. */
  readonly setting: string;
  /** As it reads inside a sentence. */
  readonly subject: string;
  /** The verb as it stands: "have been opened". */
  readonly written: string;
}

/** What stands behind a verb. */
export interface Predicate {
  /** Words up to the end of the clause. */
  readonly rest: string;
  /** What ended the clause: a mark or a word; empty at the end of the sentence. */
  readonly boundary: string;
  /** Nothing that the clause needs was cut off with its end. */
  readonly whole: boolean;
}

/** In UTF-16 code units; a longer line is no plain statement. */
const maxLength = 1000;
const leadingPlace = /^(?<setting>(?:In|At) (?:the )?\p{Lu}[\p{L}'’-]+(?: (?:(?:and|of) )?\p{Lu}[\p{L}'’-]+){0,4}), /u;

/** The words of one line, marks apart, emphasis gone; null where it is no plain sentence of Latin letters. */
export function plainWords(sentence: string): readonly string[] | null {
  const text = sentence
    .replace(/\*\*|__|`/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[.!]$/u, "");
  if (text.length > maxLength || /[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{Sc} °²³+~]/u.test(text)) return null;
  if (!/^["“‘]?[\p{Lu}\p{N}]/u.test(text) || /[?:…]$|[*_#[\]{}|\\@]|\/\//u.test(text)) return null;
  return text
    .replace(/(\d),(?= (?:1\d|20)\d{2}\b)/gu, "$1")
    .replace(/ [–-]+ |—/gu, " ; ")
    .replace(/[,;:()“”"]|\.(?= )/gu, (mark, at: number) =>
      /[,:]/u.test(mark) && /\d/u.test(text[at - 1] ?? "") && /\d/u.test(text[at + 1] ?? "") ? mark : ` ${mark} `,
    )
    .trim()
    .split(/ +/u);
}

/** The main clause of a sentence; null where it is no plain statement with one subject and one verb. */
export function readClause(sentence: string, casing: Casing): Clause | null {
  const plain = plainWords(sentence);
  if (plain === null) return null;
  const joined = plain.join(" ").replace(/^((?:In|On|At|Since|During) [^,;:()]{3,40}) , /u, "$1, ");
  const lead = leadingTime.exec(joined) ?? leadingPlace.exec(joined);
  const words = joined.slice(lead?.[0].length ?? 0).split(" ");
  const at = findMainVerb(words);
  if (at < 0) return null;
  const subject = readNounPhrase(words.slice(0, at).join(" ").replaceAll(" ,", ",").split(" "), casing);
  const verb = readMainVerb(words, at);
  if (subject === null || verb === null) return null;
  const { next, ...group } = verb;
  if (verb.auxiliary === "does" && isPluralHead(subject)) return null;
  const setting = lowerFirst(lead?.groups?.setting ?? "");
  return { setting, subject, ...group, written: words.slice(at, next).join(" "), ...readPredicate(words.slice(next)) };
}

/** "common causes of rust": with "does", a plural that was misread. */
function isPluralHead(subject: string): boolean {
  const head = subject.split(/ (?:of|in|on|at|for|to|from|with) /u)[0] ?? "";
  return /\p{Ll}[^s\P{Ll}]s$/u.test(head) && !/\p{Lu}\S*$/u.test(head) && !/(?:us|is|ics|ness)$/u.test(head);
}

/** What stands behind a verb, up to where its clause ends. */
export function readPredicate(words: readonly string[]): Predicate {
  const found = words.findIndex(
    (word, i) => /^[,;:()“”"]$/u.test(word) || (opensClause(word) && !compares(words, i)) || joinsVerb(words, i),
  );
  const end = found < 0 ? words.length : found;
  const boundary = words[end] ?? "";
  return {
    rest: words.slice(0, end).join(" "),
    boundary: boundary === "so" && words[end + 1] === "that" ? "so that" : boundary,
    whole: isWhole(words, end),
  };
}

/** "more than 40": part of the amount. */
function compares(words: readonly string[], i: number): boolean {
  return words[i] === "than" && /^(?:more|less|fewer)$/u.test(words[i - 1] ?? "");
}

/** False where the words behind the end may belong to the clause: "pears, plums and figs", "said that ...". */
function isWhole(words: readonly string[], end: number): boolean {
  const boundary = words[end] ?? "";
  const after = words[end + 1] ?? "";
  if (/^(?:\(|that|as|than|if|until|since)$/u.test(boundary)) return false;
  if (/^(?:and|or)$/u.test(boundary)) return isAuxiliary(after) || verbForm(after)?.isPast === true;
  if (boundary !== ",") return true;
  if (after !== "and") return /^(?:which|who|where|while|but|so|although|because|\p{Ll}+ing)$/u.test(after);
  return words.slice(end + 2).some((word) => isAuxiliary(word) || verbForm(word)?.isPast === true);
}
