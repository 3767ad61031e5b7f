import type { AbstentionReason } from "../domain/answer.ts";
import type { Retrieval } from "../retrieval/retrieve.ts";
import { coverage } from "../retrieval/soft-align.ts";
import type { Draft } from "./answerer.ts";

/** Below this share of the question, met word for word by the best passage, the question is about something else altogether. */
const offTopicCoverage = 0.225;

/** A typed abstention that says what is missing; it holds no claim, and so no citation. */
export function abstain(retrieval: Retrieval, confidence: number): Draft {
  const reason = reasonOf(retrieval);
  return {
    status: "unanswerable",
    reason,
    sentences: [{ text: wording(reason, retrieval), evidence: [] }],
    short: null,
    confidence,
  };
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

function wording(reason: AbstentionReason, { question, sentences }: Retrieval): string {
  if (reason === "unclear")
    return "The question has no word to search for. Ask about something that the documents could say.";
  if (reason === "off_topic") return "The documents say nothing about this.";
  const met = sentences[0]?.candidate;
  const missing = question.terms
    .filter(
      (_, t) => met === undefined || ((met.alignment.best[t] as number) < 0.5 && (met.heading.best[t] as number) < 0.5),
    )
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map(({ surface }) => `“${surface}”`);
  const detail = missing.length === 0 ? "" : ` What comes closest does not speak of ${missing.join(" or ")}.`;
  return `The documents do not answer this.${detail}`;
}
