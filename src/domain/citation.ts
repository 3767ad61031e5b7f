/** The exact sentence that one part of an answer rests on. `text.slice(start, end) === quote`, always. */
export interface Citation {
  /** Numbered by first use in the answer, from 1, without gaps. */
  readonly marker: number;
  readonly documentId: string;
  readonly title: string;
  /** Publication date of the document, `YYYY-MM-DD`; null when it has none. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Up to 32 code units before and after, for re-anchoring (W3C TextQuoteSelector). */
  readonly prefix: string;
  readonly suffix: string;
  /** The span of `Answer.answer` that this citation supports. */
  readonly answerStart: number;
  readonly answerEnd: number;
  readonly url: string;
}
