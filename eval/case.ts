import type { Turn } from "../src/domain/question.ts";

export const caseKinds = [
  "direct",
  "paraphrase",
  "confusable",
  "list",
  "short",
  "typo",
  "followup",
  "unanswerable",
  "adversarial",
  "chinese",
] as const;

export type CaseKind = (typeof caseKinds)[number];

/** One question with what decides whether an answer to it is right; a line of a case file, every field filled. */
export interface Case {
  readonly id: string;
  readonly kind: CaseKind;
  /** Trimmed. */
  readonly question: string;
  /** Earlier turns, oldest first. */
  readonly history: readonly Turn[];
  /** Variants of the fact; any one suffices. */
  readonly answers: readonly string[];
  /** Groups of variants; one of every group is needed. Empty when `answers` alone decides. */
  readonly allOf: readonly (readonly string[])[];
  /** Sentences of the corpus, any one of which supports the answer. Empty for an abstention. */
  readonly evidence: readonly string[];
  /** Values that a reader could take for the answer. */
  readonly mustNot: readonly string[];
  /** True where the corpus does not answer the question. */
  readonly abstain: boolean;
  /** Words of a denial that counts as right where the premise is false. */
  readonly correction: readonly string[];
  /** The part of the question that the corpus leaves open; informs, decides nothing. */
  readonly abstainPart: string | null;
  /** What is wrong about a near miss; informs. */
  readonly type: string | null;
  /** The sentence that a naive system would return for a near miss; also says which document the case belongs to. */
  readonly closest: string | null;
  readonly note: string | null;
}
