import type { Span } from "../domain/span.ts";
import { headOf, nounPhrases } from "./noun-phrase.ts";
import type { QuestionShape } from "./question-shape.ts";
import { isAuxiliary, isPast, isPlural, isPreposition, isRole, isVerb } from "./word-classes.ts";
import type { Word } from "./words.ts";

const person = /^(?:he|him|his|she|her|hers)$/u;
const many = /^(?:they|them|their|theirs)$/u;
const owner = /^(?:its|his|her|their|theirs|hers)$/u;
const subordinator =
  /^(?:when|while|after|before|because|since|if|that|as|although|where|who|which|until|so|and|,|though|once|case|unless|\p{L}{2,}ing)$/u;
const conjunction = /^(?:when|while|before|after|until|once|because)$/u;
const personNoun = /(?:er|or|ist|ian|ant|man|woman|king|queen|person|child|girl|boy)$/u;

/**
 * True where an earlier phrase of the same question is what the pronoun at `at` means. After the binding theory of
 * Chomsky (1981), roughly: an object can't mean the subject of its own clause; an owner, or the subject of a further
 * clause, can; and "its" ahead of the subject means the subject that follows.
 */
export function isBound({ words, form, asked, subject }: QuestionShape, at: number): boolean {
  const word = words[at] as Word;
  const owns = owner.test(word.text) && !(word.text === "her" && isEnd(words[at + 1]));
  const actor = words[subject.start];
  if (owns && subject.end > subject.start && at < subject.start) {
    return actor !== undefined && (actor.isName || !person.test(word.text));
  }
  const comma = words.findIndex(({ text }) => text === ",");
  // "Apart from its bridges, what is Passau known for?"
  if (owns && at < comma && words.slice(comma).some(({ isName }) => isName)) return true;
  const isSubject = isAuxiliary(words[at - 1]?.text ?? "");
  if (isSubject && !owns && !words.slice(0, at).some(({ raw }) => /^[,;:.]$/u.test(raw))) return false;
  const whoever = /^who/u.test(words[0]?.text ?? "") && person.test(word.text);
  if (whoever && words.slice(1, at).some(({ text }) => subordinator.test(text))) return true;
  return nounPhrases(words, 0, at).some((phrase) => {
    if (!agrees(words, at, phrase)) return false;
    if (isSubject && owns && !words.slice(phrase.start, phrase.end).some(({ isName }) => isName)) return false;
    const between = words.slice(phrase.end, at).map(({ text }) => text);
    // "the size of its fleet": the phrase holds the pronoun and can't be what it means.
    const inside = between.every(isPreposition);
    if (owns && words.slice(phrase.start, phrase.end).some(({ isName }) => isName)) return true;
    if (inside && (between.length > 0 || phrase.end < at) && !acts(words, phrase.start)) return false;
    if (owns) return !(form === "subject" && asked.end === 1 && phrase.start === 0);
    // "the song before it": a preposition here.
    const clauses = isEnd(words[at + 1]) ? between.slice(0, -1) : between;
    return clauses.some((each) => subordinator.test(each)) || isRelative(words, at);
  });
}

function isEnd(word: Word | undefined): boolean {
  return word === undefined || word.kind === "mark" || isPreposition(word.text);
}

/** "the metric *they* use": a pronoun right behind a noun begins a clause about it. */
function isRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? "";
  const { text } = words[at] as Word;
  const next = words[at + 1]?.text ?? "";
  if (isAuxiliary(before) || isPreposition(before) || isVerb(before)) return false;
  return /^(?:they|he|she)$/u.test(text) || (text === "it" && (isAuxiliary(next) || isPast(next)));
}

function agrees(words: readonly Word[], at: number, phrase: Span): boolean {
  const pronoun = words[at] as Word;
  const head = headOf(words, phrase);
  if (head === "" || /^\d+$/u.test(head)) return false;
  const named = words.slice(phrase.start, phrase.end).some(({ isName }) => isName);
  if (person.test(pronoun.text)) {
    const governed = /^(?:in|at|near|from)$/u.test(words[phrase.start - 1]?.text ?? "");
    const led = conjunction.test(words[at - 1]?.text ?? "") && words[phrase.start]?.text === "the";
    return (named && !governed) || led || isRole(head) || personNoun.test(head);
  }
  return named || isPlural(head) === many.test(pronoun.text);
}

/** Behind "does" or "can" stands what acts. */
function acts(words: readonly Word[], at: number): boolean {
  return /^(?:do|does|did|can|could|will|would|should|has|have|had)$/u.test(words[at - 1]?.text ?? "");
}
