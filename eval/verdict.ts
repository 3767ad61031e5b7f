import type { Answer } from "../src/domain/answer.ts";
import { type AnswerSegment, answerSegments } from "./answer-segments.ts";
import type { Case } from "./case.ts";
import { containsVariant } from "./normalize-answer.ts";

/** Strict figures count `right`; lenient ones add `hedged` and `misquote`. */
export type Verdict = "right" | "hedged" | "misquote" | "wrong";

export type JudgedAnswer = Pick<Answer, "status" | "answer" | "citations">;

/**
 * One answer against one case.
 * - `right`: the fact is there, or an abstention where one is due, or the denial of a false premise;
 * - `hedged`: the same, and a `must_not` outside a verbatim quotation of the evidence;
 * - `misquote`: the fact is there only inside a quoted sentence that is no evidence;
 * - `wrong`: anything else, an abstention on an answerable case among it.
 */
export function judge(testCase: Case, answer: JudgedAnswer): Verdict {
  const segments = answerSegments(answer, testCase.evidence);
  const refused = answer.status === "unanswerable";
  if (!testCase.abstain && !refused && statesFact(testCase, segments)) {
    const trusted = segments.filter(({ origin }) => origin !== "quote");
    if (!statesFact(testCase, trusted)) return "misquote";
    const unproven = segments.filter(({ origin }) => origin !== "evidence");
    return confuses(testCase, unproven) ? "hedged" : "right";
  }
  if (denies(testCase, segments) || (testCase.abstain && refused)) {
    // No sentence is evidence here, and a correction quotes the sentence that it rests on: only own words can hedge.
    const own = segments.filter(({ origin }) => origin === "own");
    return confuses(testCase, own) ? "hedged" : "right";
  }
  return "wrong";
}

/** True if the answer denies the premise in the words of `correction`. */
export function deniesPremise(testCase: Case, answer: JudgedAnswer): boolean {
  return denies(testCase, answerSegments(answer, testCase.evidence));
}

function denies(testCase: Case, segments: readonly AnswerSegment[]): boolean {
  return testCase.correction.some((variant) => occurs(variant, segments));
}

function statesFact({ answers, allOf }: Case, segments: readonly AnswerSegment[]): boolean {
  if (answers.some((variant) => occurs(variant, segments))) return true;
  return allOf.length > 0 && allOf.every((group) => group.some((variant) => occurs(variant, segments)));
}

function confuses({ mustNot }: Case, segments: readonly AnswerSegment[]): boolean {
  return mustNot.some((value) => occurs(value, segments));
}

function occurs(variant: string, segments: readonly AnswerSegment[]): boolean {
  return segments.some(({ text }) => containsVariant(text, variant));
}
