/** What a person says of one answer, validated. */
export interface Feedback {
  readonly answerId: string;
  readonly question: string;
  /** The answer's text, with its markers. */
  readonly answer: string;
  readonly rating: "up" | "down";
  readonly comment?: string;
}

/** Feedback as it is kept. */
export interface FeedbackEntry extends Feedback {
  /** The generation served when it came in, which need not be the one that answered; null where there was none. */
  readonly generation: string | null;
}

/** PORT: where feedback is kept. */
export interface FeedbackStore {
  /** Resolves once the entry is safe. Rejects with a `RequestError` 503 where there is no room; what is kept stays. */
  add(entry: FeedbackEntry): Promise<void>;
}
