import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { coverage } from "./soft-align.ts";

/** What the sentence looks like and where it stands. */
export const placeFeatureNames = [
  "pronoun",
  "pronounPrevious",
  "length",
  "short",
  "index",
  "isFirst",
  "quoted",
  "bracketed",
  "questionLength",
  "endsWithQuestionMark",
] as const;

export function placeFeatures({ terms }: AnalysedQuestion, candidate: Candidate): readonly number[] {
  const { sentence, previous, index } = candidate;
  return [
    sentence.startsWithPronoun ? 1 : 0,
    sentence.startsWithPronoun && previous !== null ? coverage(terms, previous.best) : 0,
    Math.min(60, sentence.tokenCount) / 60,
    sentence.words.length < 4 ? 1 : 0,
    Math.min(10, index) / 10,
    index === 0 ? 1 : 0,
    /["“”]/u.test(sentence.text) ? 1 : 0,
    /[()]/u.test(sentence.text) ? 1 : 0,
    Math.min(12, terms.length) / 12,
    sentence.text.endsWith("?") ? 1 : 0,
  ];
}
