import type { RankedSentence, Retrieval } from "../retrieval/retrieve.ts";
import { abstain } from "./abstain.ts";
import type { Draft, DraftSentence } from "./answerer.ts";
import { type ConfidenceWeights, confidenceOf } from "./confidence.ts";
import { confidenceInputs } from "./confidence-inputs.ts";
import { findShortAnswer } from "./find-short-answer.ts";

/** Another sentence joins the answer while it scores no further than this below the best. */
const joiningMargin = 1.2;
const maxSentences = 3;
/** Words of an answer of more than one sentence. */
const maxWords = 70;

const pronoun = /\b(?:he|she|it|they)\b/iu;

/** One to three verbatim sentences, the best first, or a typed abstention where the confidence is too low. */
export function draftExtractive(retrieval: Retrieval, model: ConfidenceWeights): Draft {
  const [best] = retrieval.sentences;
  if (best === undefined || retrieval.question.terms.length === 0) return abstain(retrieval, 0);
  const confidence = confidenceOf(confidenceInputs(retrieval), model);
  if (confidence < model.threshold) return abstain(retrieval, confidence);
  const chosen = chooseSentences(putConstraintFirst(retrieval));
  return {
    status: "answered",
    reason: null,
    sentences: chosen.map(toDraft),
    short: findShortAnswer(retrieval, chosen[0] ?? best),
    confidence,
  };
}

/**
 * "The room opens at 8:00 on weekdays. On Saturdays it opens at 9:30.": where the best sentence lacks a name or number
 * of the question, and a neighbour that leans on it by a pronoun has it, the neighbour comes first.
 */
function putConstraintFirst({ question, sentences }: Retrieval): readonly RankedSentence[] {
  const [best] = sentences;
  if (best === undefined) return sentences;
  const lacking = question.terms.flatMap(({ isName, kind, termId }, t) =>
    (isName || kind !== "word") && termId >= 0 && best.candidate.alignment.exact[t] === 0 ? [t] : [],
  );
  const neighbour = sentences.find(
    ({ chunk, number, text, candidate }) =>
      chunk === best.chunk &&
      number > best.number &&
      number <= best.number + 2 &&
      pronoun.test(text) &&
      lacking.some((t) => candidate.alignment.exact[t] === 1),
  );
  if (neighbour === undefined) return sentences;
  return [{ ...neighbour, score: best.score }, ...sentences.filter((each) => each !== neighbour)];
}

function chooseSentences(ranked: readonly RankedSentence[]): RankedSentence[] {
  const chosen: RankedSentence[] = [];
  let words = 0;
  for (const sentence of ranked) {
    const best = chosen[0];
    if (best !== undefined && best.score - sentence.score > joiningMargin) break;
    const length = sentence.candidate.sentence.tokenCount;
    if (best !== undefined && words + length > maxWords) continue;
    // The same words twice, in two places of the corpus, prove nothing more.
    if (chosen.some(({ text }) => text === sentence.text)) continue;
    chosen.push(sentence);
    words += length;
    if (chosen.length === maxSentences) break;
  }
  return chosen;
}

function toDraft({ text, documentId, start, end }: RankedSentence): DraftSentence {
  return { text, evidence: [{ documentId, start, end }] };
}
