import { type ShortAnswerScore, scoreShortAnswer } from "./answer-f1.ts";
import type { Case } from "./case.ts";
import { type CitationCheck, checkCitations } from "./citations.ts";
import type { PreparedDocument } from "./evaluation-document.ts";
import { isOnEvidence } from "./on-evidence.ts";
import { evidenceRank } from "./retrieval-metrics.ts";
import type { CaseRun } from "./run-cases.ts";
import type { Half } from "./split.ts";
import { deniesPremise, judge, type Verdict } from "./verdict.ts";
import { withheldSentences } from "./withheld-sentences.ts";

/** One answer, judged in every respect that a figure counts. */
export interface JudgedCase {
  readonly testCase: Case;
  readonly half: Half;
  /** The answer's text, with its markers. */
  readonly answer: string;
  readonly verdict: Verdict;
  /** The status is `unanswerable`, and no denial of a false premise was given in its place. */
  readonly refused: boolean;
  /** A due abstention, or a denial of a false premise, is no answer that could be false. */
  readonly answered: boolean;
  readonly confidence: number;
  /** The best sentence found for an answerable case that was refused is on the evidence; null for any other. */
  readonly withheldRight: boolean | null;
  readonly citations: CitationCheck;
  /** Of the evidence among the paragraphs retrieved, from 1; null where it was not retrieved. */
  readonly rank: number | null;
  readonly short: ShortAnswerScore;
  /** Words of the answer without its markers. */
  readonly words: number;
  readonly latencyMs: number;
}

export function judgeRun(
  { testCase, answer, explanation, latencyMs }: CaseRun,
  half: Half,
  documents: ReadonlyMap<string, PreparedDocument>,
): JudgedCase {
  const unanswerable = answer.status === "unanswerable";
  const denied = deniesPremise(testCase, answer);
  return {
    testCase,
    half,
    answer: answer.answer,
    verdict: judge(testCase, answer),
    refused: unanswerable && !denied,
    answered: !unanswerable && !(testCase.abstain && denied),
    confidence: answer.confidence,
    withheldRight:
      explanation === null || !unanswerable || denied || testCase.abstain
        ? null
        : withheldSentences(explanation).some((sentence) => isOnEvidence(sentence, testCase.evidence)),
    citations: checkCitations(answer.citations, testCase.evidence, documents),
    rank: evidenceRank(answer.passages, testCase.evidence, documents),
    short: scoreShortAnswer(answer.short, testCase.answers),
    words: answer.answer
      .replace(/\[\d+\]/gu, " ")
      .split(/\s+/u)
      .filter(Boolean).length,
    latencyMs,
  };
}
