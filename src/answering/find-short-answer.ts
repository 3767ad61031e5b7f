import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import type { SpanRanker } from "./span-ranker.ts";

/** The words of a sentence that best answer by themselves, verbatim, or null where none is likely to. */
export type FindShortAnswer = (retrieval: Pick<Retrieval, "question">, sentence: RankedSentence) => string | null;

export function createShortAnswerFinder(rank: SpanRanker): FindShortAnswer {
  return ({ question }, { candidate: { sentence, alignment } }) =>
    rank({ question, sentence, alignment })?.text ?? null;
}
