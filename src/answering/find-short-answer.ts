import type { WordVectors } from "../embedding/word-vectors.ts";
import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import { createSpanRanker, type SpanRankerWeights } from "./span-ranker.ts";

/** The words of a sentence that best answer by themselves, verbatim, or null where none is likely to. */
export type FindShortAnswer = (retrieval: Pick<Retrieval, "question">, sentence: RankedSentence) => string | null;

export function createShortAnswerFinder(weights: SpanRankerWeights, words: WordVectors): FindShortAnswer {
  const rank = createSpanRanker(weights, words);
  return ({ question }, { candidate: { sentence, alignment } }) =>
    rank({ question, sentence, alignment })?.text ?? null;
}
