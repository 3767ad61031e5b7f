import type { Answer } from "../domain/answer.ts";

export type AnswerSummary = Pick<
  Answer,
  "status" | "reason" | "question" | "short" | "confidence" | "suggestions" | "answerer" | "generation"
>;

/** What another protocol has no words for: an answer without its id, text, citations, passages and timings. */
export function summarizeAnswer(answer: Answer): AnswerSummary {
  const { status, reason, question, short, confidence, suggestions, answerer, generation } = answer;
  return { status, reason, question, short, confidence, suggestions, answerer, generation };
}
