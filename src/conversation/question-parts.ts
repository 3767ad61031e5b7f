import { nounPhraseEnd, textOf } from "./noun-phrase.ts";
import type { QuestionShape } from "./question-shape.ts";
import { isDeterminer, isPronoun } from "./word-classes.ts";
import type { Word } from "./words.ts";

/** Longer descriptions ("the ship that ...") would drown the question that they are put into. In words. */
const maxDescription = 12;

/** What acts in a question, or what it is about, as it stands there; null for a pronoun and for none. */
export function subjectOf({ words, text, subject }: QuestionShape): string | null {
  const first = words[subject.start];
  if (first === undefined || subject.end <= subject.start || isPronoun(first.text)) return null;
  // "How far is Ness from Harwich": Ness.
  const named = (isDeterminer(first.text) ? words[subject.start + 1] : first)?.isName === true;
  const end = named ? Math.min(subject.end, nounPhraseEnd(words, subject.start)) : subject.end;
  return textOf(text, words, { start: subject.start, end });
}

/** "the height of the tower": the tower. */
export function ownerOf({ words, text, subject }: QuestionShape): string | null {
  for (let at = subject.start; at < subject.end; at++) {
    const word = words[at] as Word;
    if (/['’]s$/u.test(word.raw))
      return textOf(text, words, { start: subject.start, end: at + 1 }).replace(/['’]s$/u, "");
    if (word.text !== "of") continue;
    const end = nounPhraseEnd(words, at + 1);
    return end > at + 1 ? textOf(text, words, { start: at + 1, end }) : null;
  }
  return null;
}

/** "a pool" of "Does the hotel have a pool?" */
export function newThing({ text, words, predicate }: QuestionShape): string | null {
  if (!/^(?:have|has|offer|provide|own|include|contain)$/u.test(words[predicate]?.text ?? "")) return null;
  const end = nounPhraseEnd(words, predicate + 1);
  const isNew = /^an?$/u.test(words[predicate + 1]?.text ?? "") && end > predicate + 1;
  return isNew ? definite(textOf(text, words, { start: predicate + 1, end })) : null;
}

/** "Which ship sank in 1900" -> "the ship that sank in 1900". */
export function description(shape: QuestionShape, opening: string): string | null {
  const rest = textOf(shape.text, shape.words, { start: shape.predicate, end: wordEnd(shape) });
  const whole = `the ${opening} ${rest}`;
  return rest !== "" && isShort(whole) ? whole : null;
}

/** "a pool" -> "the pool": what was spoken of once is known. */
export function definite(phrase: string): string {
  return phrase.replace(/^(?:an?|any|every|some)\s+/iu, "the ");
}

/** Index behind the last word before closing punctuation or a bracket. */
export function wordEnd({ words }: QuestionShape): number {
  const close = words.findIndex(({ kind, raw }) => kind === "mark" && /[?!(;]/u.test(raw));
  return close < 0 ? words.length : close;
}

/** Fit to be put into another question. */
export function isShort(text: string): boolean {
  return text.split(/\s+/u).length <= maxDescription;
}
