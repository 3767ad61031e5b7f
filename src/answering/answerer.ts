import type { AbstentionReason, AnswerStatus } from "../domain/answer.ts";
import type { Passage } from "../domain/passage.ts";
import type { Turn } from "../domain/question.ts";
import type { Span } from "../domain/span.ts";

/** A sentence of the corpus, by document and offsets. */
export interface SentenceRef extends Span {
  readonly documentId: string;
}

/** One sentence of an answer before it has markers. Without evidence it is an abstention's wording, never a claim. */
export interface DraftSentence {
  readonly text: string;
  readonly evidence: readonly SentenceRef[];
}

/** An answer before it is composed: what is said, and the sentences of the corpus that each part rests on. */
export interface Draft {
  readonly status: AnswerStatus;
  readonly reason: AbstentionReason | null;
  readonly sentences: readonly DraftSentence[];
  /** Verbatim words of one of the evidence sentences, or null. */
  readonly short: string | null;
  /** Probability, 0 to 1. */
  readonly confidence: number;
}

/** What an answerer is given. It may use the passages and nothing else. */
export interface AnswererInput {
  /** The standalone question. */
  readonly question: string;
  readonly history: readonly Turn[];
  /** Retrieved for this question, best first; each chunk lists its sentence spans. */
  readonly passages: readonly Passage[];
  /** The extractive draft, which stands where an answerer has nothing better. */
  readonly extractive: Draft;
}

/**
 * PORT: passages -> draft. Two adapters: the extractive answerer (default) and a language model.
 * Evidence outside the sentences of `passages` is refused when the draft is composed.
 */
export interface Answerer {
  readonly id: string;
  answer(input: AnswererInput, signal?: AbortSignal): Promise<Draft>;
}
