import type { Span } from "./span.ts";

/** A question that a generation answers with one sentence of its own: offsets into the text of `documentId`. */
export interface Suggestion extends Span {
  readonly question: string;
  readonly documentId: string;
}
