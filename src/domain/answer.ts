import type { Citation } from "./citation.ts";
import type { Explanation } from "./explanation.ts";
import type { PassageView } from "./passage.ts";

export type AnswerStatus = "answered" | "partial" | "unanswerable";
export type AbstentionReason = "not_in_corpus" | "off_topic" | "false_premise" | "unclear";

/** What a person gets for a question. Not finding anything is a value, never an error. */
export interface Answer {
  readonly id: string;
  readonly status: AnswerStatus;
  /** Null when answered. */
  readonly reason: AbstentionReason | null;
  /** The standalone question that was searched. */
  readonly question: string;
  /** Text with markers such as `[1]`. */
  readonly answer: string;
  /** The words that answer, verbatim from a quote; null when there are none. */
  readonly short: string | null;
  /** Probability, 0 to 1, that the best answer found is right, whatever the status. */
  readonly confidence: number;
  readonly citations: readonly Citation[];
  readonly passages: readonly PassageView[];
  readonly suggestions: readonly string[];
  /** Id of the answerer that wrote this answer. */
  readonly answerer: string;
  readonly generation: string;
  readonly timings: Timings;
  /** Where the request asked for it. */
  readonly explanation?: Explanation;
}

/** Milliseconds; they and `id` are all that differs between two runs of one question. */
export interface Timings {
  readonly retrieveMs: number;
  readonly answerMs: number;
  readonly totalMs: number;
}
