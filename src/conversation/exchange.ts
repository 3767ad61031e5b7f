import type { Turn } from "../domain/question.ts";
import { type QuestionShape, questionShape } from "./question-shape.ts";

/** A question that stands alone, and what was answered. */
export interface Exchange {
  readonly shape: QuestionShape;
  /** Without markers; empty where nothing was answered, an abstention among it. */
  readonly answer: string;
}

/** An answer's first sentences say what it is about; no more of them is read. In UTF-16 code units. */
const maxAnswerLength = 1200;
/** A question beyond this is a text of its own: nothing is taken from it, nothing is put into it. */
export const maxQuestionLength = 400;

const marker = /\s*\[\d{1,3}\]/gu;
const abstention =
  /^(?:(?:sorry|unfortunately),?\s+)?(?:the documents? (?:do(?:es)? not|don['’]t|doesn['’]t|say nothing|hold nothing)|the question has no word|(?:i|we) (?:do not|don['’]t|cannot|can['’]t|could not|couldn['’]t|am not able to|found no(?:thing)?)\b|no (?:answer|information)\b|there is no (?:answer|information)|nothing (?:was|is) found)/iu;

/** Adds one turn of a conversation; `resolve` makes a user's question stand alone, given what went before. */
export function addTurn(
  exchanges: readonly Exchange[],
  { role, content }: Turn,
  resolve: (question: string, exchanges: readonly Exchange[]) => string,
): readonly Exchange[] {
  if (role === "user") {
    const text = content.trim();
    if (text === "" || text.length > maxQuestionLength) return text === "" ? exchanges : [];
    const question = resolve(text, exchanges);
    return [...exchanges, { shape: questionShape(question.slice(0, 2 * maxQuestionLength)), answer: "" }];
  }
  const last = exchanges.at(-1);
  if (last === undefined) return exchanges;
  return [...exchanges.slice(0, -1), { ...last, answer: readAnswer(content) }];
}

function readAnswer(content: string): string {
  const text = content.slice(0, maxAnswerLength).replace(marker, "").trim();
  return abstention.test(text) ? "" : text;
}
