import type { Exchange } from "./exchange.ts";
import { looksPersonal, mentionsOfKind, namesIn } from "./names.ts";
import { headOf, textOf } from "./noun-phrase.ts";
import { definite, description, subjectOf } from "./question-parts.ts";
import type { QuestionShape } from "./question-shape.ts";
import { isRole } from "./word-classes.ts";

/** Whom "he" or "she" means after one exchange: a person asked about, else one that the answer names; null for nobody. */
export function personOf({ shape, answer }: Exchange): string | null {
  const asked = namesIn(shape.text);
  const stated = mentionsOfKind(answer, ["person"]).filter((name) => !/\d/u.test(name));
  const inQuestion = asked.find((name) => stated.includes(name)) ?? asked.find(looksPersonal);
  if (inQuestion !== undefined && !isPlaceOf(inQuestion, shape)) return inQuestion;
  const fresh = namesIn(answer).filter((name) => !shape.text.includes(name));
  const asksForOne = shape.lead === "who" || shape.lead === "whose" || isRole(headOf(shape.words, shape.subject));
  const answered =
    stated.find((name) => !shape.text.includes(name) && looksPersonal(name)) ??
    (asksForOne ? (fresh.find(looksPersonal) ?? stated.find((name) => !shape.text.includes(name))) : undefined);
  if (answered !== undefined) return answered;
  if (shape.lead === "who" && shape.form === "subject") return description(shape, "person who");
  const subject = subjectOf(shape);
  // Typed without capitals: "where was nikola tesla born".
  const isLower = shape.text === shape.text.toLowerCase() && subject !== null && !/^(?:the|an?)\s/u.test(subject);
  if (isLower && subject.includes(" ") && shape.form === "object") return subject;
  if (isRole(headOf(shape.words, shape.subject))) return definite(textOf(shape.text, shape.words, shape.subject));
  return null;
}

/** "in Ada Springs" names a place, whatever it looks like. */
function isPlaceOf(name: string, { text }: QuestionShape): boolean {
  const before = text.slice(0, text.indexOf(name)).trimEnd();
  return /\b(?:in|at|near|to|from|into|around)(?: the)?$/u.test(before);
}
