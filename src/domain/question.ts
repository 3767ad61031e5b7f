/** One earlier message of the conversation, oldest first in a history. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly content: string;
}

/** A question as it comes in, validated: trimmed, 1 to 2,000 code points, at most 20 turns. */
export interface AskRequest {
  readonly question: string;
  readonly history: readonly Turn[];
  /** Passages returned beside the answer, 1 to 20. */
  readonly limit: number;
  /** A sub-folder of the corpus, by its path: nothing outside it is read, cited or suggested. Default: the whole corpus. */
  readonly collection?: string;
  /** Adds to the answer how it came about. Default false. */
  readonly explain?: boolean;
}

export interface SearchRequest {
  readonly query: string;
  /** Passages returned, 1 to 20. */
  readonly limit: number;
  /** As in `AskRequest`. */
  readonly collection?: string;
}

/** Apart from `limits`, which lists them too, because the widget carries these and not the rest. */
export const questionLimits = {
  maxCodePoints: 2000,
  maxTurns: 20,
  /** Of one earlier message. */
  maxTurnCodePoints: 8000,
  maxPassages: 20,
  defaultPassages: 8,
} as const;
