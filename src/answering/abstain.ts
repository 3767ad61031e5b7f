import type { AbstentionReason } from "../domain/answer.ts";
import type { AnswerType } from "../retrieval/answer-type.ts";
import type { Retrieval } from "../retrieval/retrieve.ts";
import { coverage } from "../retrieval/soft-align.ts";
import type { Language } from "../text/language.ts";
import type { Draft } from "./answerer.ts";
import { languageNotCovered, notFoundIn } from "./language-wording.ts";
import { missingWords } from "./missing-words.ts";

/** Below this share of the question, met word for word by the best passage, the question is about something else altogether. */
const offTopicCoverage = 0.225;

/** What an answer of each kind would have named; kinds without an entry name anything. */
const named: Readonly<Partial<Record<AnswerType, string>>> = {
  count: "no such number",
  percentage: "no such share",
  money: "no such sum of money",
  date: "no date for it",
  time: "no time of day for it",
  duration: "no length of time for it",
  measure: "no such measurement",
  ordinal: "no such rank",
  person: "nobody",
  organisation: "no such organisation",
  place: "no place for it",
  reason: "no reason for it",
  manner: "nothing of how it is done",
};

/** A typed abstention that says what is missing; it holds no claim, and so no citation. */
export function abstain(retrieval: Retrieval, confidence: number): Draft {
  const reason = reasonOf(retrieval);
  return abstention(reason, wording(reason, retrieval), confidence);
}

/** The abstention for a question in a language that the corpus is not written in, worded in that language and in English. */
export function abstainInLanguage(language: Language, covered: boolean): Draft {
  return covered
    ? abstention("not_in_corpus", notFoundIn(language), 0)
    : abstention("unclear", languageNotCovered(language), 0);
}

function abstention(reason: AbstentionReason, text: string, confidence: number): Draft {
  return { status: "unanswerable", reason, sentences: [{ text, evidence: [] }], short: null, confidence };
}

function reasonOf({ question, sentences }: Retrieval): AbstentionReason {
  if (question.terms.length === 0) return "unclear";
  const best = sentences.reduce(
    (max, { candidate }) => Math.max(max, coverage(question.terms, candidate.chunk.exact)),
    0,
  );
  const known = question.terms.some(({ termId }) => termId >= 0);
  return !known || best < offTopicCoverage ? "off_topic" : "not_in_corpus";
}

function wording(reason: AbstentionReason, retrieval: Retrieval): string {
  if (reason === "unclear")
    return "The question has no word to search for. Ask about something that the documents could say.";
  if (reason === "off_topic") return "The documents say nothing about this.";
  const { unknown, unmet } = missingWords(retrieval);
  if (unknown.length > 0) return `The documents do not answer this: they do not mention ${listed(unknown)}.`;
  if (unmet.length > 0)
    return `The documents do not answer this. What comes closest does not speak of ${listed(unmet)}.`;
  const lacking = named[retrieval.question.answerType];
  return lacking === undefined
    ? "The documents do not answer this, though they use all of its words."
    : `The documents do not answer this: where they speak of it, they name ${lacking}.`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(" or ");
}
