import type { Span } from "../domain/span.ts";
import { nounPhraseEnd, textOf } from "./noun-phrase.ts";
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isPast,
  isPlural,
  isPreposition,
  isPronoun,
  isQuestionWord,
  isThirdPerson,
  isVerb,
} from "./word-classes.ts";
import { type Word, wordsOf } from "./words.ts";

/** The parts of a question, as far as closed word classes tell them; every span is in words. */
export interface QuestionShape {
  readonly text: string;
  readonly words: readonly Word[];
  /** "when", "how many", "which", ...; "yes-no" and "tell" for the two forms without a question word; null for others. */
  readonly lead: string | null;
  /** "Since when", "How many large boxes", "Which year"; empty without a question word. */
  readonly asked: Span;
  /** What stands in `asked` after which, what or how many: "large boxes". Empty where it is bare. */
  readonly noun: string;
  /**
   * subject: what is asked for acts ("Who built the bridge"); object: something else does ("What did she build");
   * identity: "What is the height of the tower".
   */
  readonly form: "subject" | "object" | "identity" | "other";
  /** What acts, or what an identity is about; empty in form `subject`. */
  readonly subject: Span;
  /** Index of the first word behind the subject or, in form `subject`, behind `asked`. */
  readonly predicate: number;
}

const nothing: Span = { start: 0, end: 0 };
const bare = /^(?:who|whom|when|where|why)$/u;
const imperative = /^(?:tell|describe|explain|list|name|give|show|summari[sz]e|define|compare)$/u;
const beForms = /^(?:is|are|was|were|isn't|aren't|wasn't|weren't)$/u;
const doForms = /^(?:do|does|did|don't|doesn't|didn't)$/u;

/** Takes a question apart. Never fails: what it does not understand has form `other` and no lead. */
export function questionShape(text: string): QuestionShape {
  const words = wordsOf(text);
  const base = { text, words, asked: nothing, noun: "", subject: nothing, predicate: words.length } as const;
  const first = isPreposition(words[0]?.text ?? "") && isQuestionWord(words[1]?.text ?? "") ? 1 : 0;
  const opening = words[first]?.text ?? "";
  if (isQuestionWord(opening)) return readWhQuestion(text, words, first);
  if (isAuxiliary(opening)) {
    const existential = words[1]?.text === "there" ? 2 : 1;
    const end = subjectEndOf(words, existential, opening);
    return { ...base, lead: "yes-no", form: "object", subject: { start: existential, end }, predicate: end };
  }
  if (imperative.test(opening)) {
    const about = words.findIndex(({ text: each }) => each === "about");
    const start = about > 0 ? about + 1 : /^(?:me|us)$/u.test(words[1]?.text ?? "") ? 2 : 1;
    const end = nounPhraseEnd(words, start, { complements: true, afterBe: true });
    return { ...base, lead: "tell", form: "identity", subject: { start, end }, predicate: end };
  }
  return { ...base, lead: null, form: "other" };
}

function readWhQuestion(text: string, words: readonly Word[], at: number): QuestionShape {
  const { lead, end } = askedPhrase(words, at);
  const asked = { start: 0, end };
  const nounStart = at + (lead.startsWith("how ") ? 2 : 1);
  const noun = lead === "how" ? "" : textOf(text, words, { start: nounStart, end });
  const common = { text, words, lead, asked, noun };
  const verbAt = behindComplement(words, end);
  const verb = words[verbAt];
  if (verb === undefined || verb.kind === "mark" || !isAuxiliary(verb.text)) {
    return { ...common, form: "subject", subject: nothing, predicate: end };
  }
  const start = words[verbAt + 1]?.text === "there" ? verbAt + 2 : verbAt + 1;
  const isIdentity = beForms.test(verb.text) && noun === "" && /^(?:what|who|which)$/u.test(lead);
  const subjectEnd = subjectEndOf(words, start, verb.text);
  const acts = subjectEnd > start || isPronoun(words[start]?.text ?? "");
  const end2 = subjectEnd > start ? subjectEnd : Math.min(start + 1, words.length);
  const known = /^(?:how many|how much|which|what|whose|who)$/u.test(lead) && !doForms.test(verb.text);
  // "Which bridges are old", "How many have been sold": what is asked for is itself the subject.
  const passive = known && !isIdentity && (!acts || isPredicate(words, start));
  if (passive) return { ...common, form: "subject", subject: nothing, predicate: end };
  const subject = { start, end: acts ? end2 : start };
  return { ...common, form: isIdentity ? "identity" : "object", subject, predicate: subject.end };
}

/** "How far *from the station* is ...": index of the verb behind it; `at` itself where there is none. */
function behindComplement(words: readonly Word[], at: number): number {
  if (!isPreposition(words[at]?.text ?? "")) return at;
  const end = nounPhraseEnd(words, at + 1);
  return end > at + 1 && isAuxiliary(words[end]?.text ?? "") ? end : at;
}

function isLast(next: Word | undefined): boolean {
  return next === undefined || next.kind === "mark";
}

/** A question with "do" has a verb behind its subject: where none was known, the last noun is one. */
function subjectEndOf(words: readonly Word[], start: number, auxiliary: string): number {
  const needsVerb = doForms.test(auxiliary);
  const end = nounPhraseEnd(words, start, { complements: true, afterBe: beForms.test(auxiliary) });
  const next = words[end];
  if (!needsVerb || !isLast(next)) return end;
  const short = nounPhraseEnd(words, start);
  const last = words[short - 1];
  const swallowed = short > start + 1 && last !== undefined && !last.isName && isLast(words[short]);
  return swallowed ? short - 1 : short;
}

/** Where the phrase with the question word ends: "how many large boxes", "which year", "how far". */
function askedPhrase(words: readonly Word[], at: number): { readonly lead: string; readonly end: number } {
  const word = words[at] as Word;
  const next = words[at + 1]?.text ?? "";
  if (bare.test(word.text)) return { lead: word.text, end: at + 1 };
  if (word.text === "how" && !/^(?:many|much)$/u.test(next)) {
    if (next === "" || isAuxiliary(next) || words[at + 1]?.kind === "mark") return { lead: "how", end: at + 1 };
    let end = at + 2;
    while (end < words.length && end - at < 6 && !endsAsked(words[end] as Word, end - at > 2)) end++;
    return { lead: "how", end };
  }
  const lead = word.text === "how" ? `how ${next}` : word.text;
  let end = at + (word.text === "how" ? 2 : 1);
  const nounStart = end;
  while (end < words.length && end - at < 8 && !endsAsked(words[end] as Word, end > nounStart)) {
    const { text } = words[end] as Word;
    if (end > nounStart ? isThirdPerson(text) && !isPlural(words[end - 1]?.text ?? "") : isPast(text)) break;
    end++;
  }
  return { lead, end };
}

function endsAsked(word: Word, hasNoun: boolean): boolean {
  if (word.kind === "mark") return true;
  if (word.isName) return false;
  const { text } = word;
  if (isAuxiliary(text) || isPronoun(text)) return true;
  if (text === "of") return !hasNoun;
  if (isPreposition(text) || (isDeterminer(text) && text !== "a" && text !== "the")) return true;
  return hasNoun && (isVerb(text) || isAdverb(text) || (isConjunction(text) && text !== "and"));
}

/** True where the words after "are", "have" or "can" say something of what is asked for, and name nothing new. */
function isPredicate(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.isName || isDeterminer(word.text) || isPronoun(word.text)) return false;
  const next = words[at + 1];
  if (isVerb(word.text) || isAdverb(word.text) || isPreposition(word.text)) return true;
  return next === undefined || next.kind === "mark" || isPreposition(next.text) || isAdverb(next.text);
}
