import type { Retrieval } from "../retrieval/retrieve.ts";
import type { Draft } from "./answerer.ts";
import { findFalsePremise } from "./false-premise.ts";

/**
 * The draft for a question that takes for granted what a sentence contradicts: an abstention that quotes the sentence,
 * and rests on it; null for any other question. `withheld` says that nothing would be answered anyway.
 */
export function correctPremise(
  retrieval: Retrieval,
  { confidence, withheld }: { readonly confidence: number; readonly withheld: boolean },
): Draft | null {
  const found = findFalsePremise(retrieval, { withheld });
  if (found === null) return null;
  const { text, documentId, start, end } = found.sentence;
  return {
    status: "unanswerable",
    reason: "false_premise",
    sentences: [{ text: `The documents say otherwise: “${text}”`, evidence: [{ documentId, start, end }] }],
    short: null,
    confidence,
  };
}
