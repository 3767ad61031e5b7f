import type { Clause } from "./clause.ts";

export type QuestionKind = "when" | "where" | "who" | "amount" | "what" | "why" | "how" | "whether" | "heading";

/** A question as a rule builds it, and the words of its sentence that answer it. */
export interface QuestionDraft {
  readonly kind: QuestionKind;
  /** Words of the question, without capital and question mark. */
  readonly parts: readonly string[];
  readonly answer: string;
  /** Of the clause that was turned round, where it was one. */
  readonly subject?: string;
}

/** "auxiliary + subject + main", with what is asked in front and what stands behind. */
export function invert(asked: string, { auxiliary, subject, main, negated }: Clause, ...behind: string[]): string[] {
  return [asked, auxiliary, subject, negated ? "not" : "", main, ...behind];
}

/** A complement that may stay in a question: nothing, or a phrase that says the same without the words behind it. */
export function isShort(complement: string, maxWords = 7): boolean {
  return complement.split(" ").length <= maxWords && !/[,;:()]/u.test(complement);
}
