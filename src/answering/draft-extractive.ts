import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import { abstain } from "./abstain.ts";
import type { Draft, DraftSentence } from "./answerer.ts";
import { chooseSentences } from "./choose-sentences.ts";
import type { Confidence } from "./confidence.ts";
import { correctPremise } from "./correct-premise.ts";
import type { FindShortAnswer } from "./find-short-answer.ts";

/**
 * One to three verbatim sentences, the best first; a correction of what the question wrongly takes for granted; or a
 * typed abstention where the confidence is too low.
 */
export function draftExtractive(retrieval: Retrieval, model: Confidence, findShortAnswer: FindShortAnswer): Draft {
  const [best] = retrieval.sentences;
  if (best === undefined || retrieval.question.terms.length === 0) return abstain(retrieval, 0);
  const confidence = model.probability(retrieval);
  const withheld = confidence < model.threshold;
  const correction = correctPremise(retrieval, { confidence, withheld });
  if (correction !== null) return correction;
  if (withheld) return abstain(retrieval, confidence);
  const chosen = chooseSentences(retrieval).flatMap(({ sentence, choice }) => (choice === "chosen" ? [sentence] : []));
  return {
    status: "answered",
    reason: null,
    sentences: chosen.map(toDraft),
    short: findShortAnswer(retrieval, chosen[0] ?? best),
    confidence,
  };
}

function toDraft({ text, documentId, start, end }: RankedSentence): DraftSentence {
  return { text, evidence: [{ documentId, start, end }] };
}
