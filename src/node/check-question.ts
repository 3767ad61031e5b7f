import { brokenTextProblem, countCodePoints } from "../domain/bounded-text.ts";
import { questionLimits } from "../domain/question.ts";

/** A question as it was typed, in the form in which it is asked, and what is wrong with it; null where nothing is. */
export function checkQuestion(typed: string): { readonly question: string; readonly problem: string | null } {
  const broken = brokenTextProblem(typed);
  if (broken !== null) return { question: typed, problem: `the question ${broken}` };
  const question = typed.normalize("NFC").trim();
  const length = countCodePoints(question);
  const { maxCodePoints } = questionLimits;
  const fits = length >= 1 && length <= maxCodePoints;
  return { question, problem: fits ? null : `the question has ${length} characters: expected 1 to ${maxCodePoints}` };
}
