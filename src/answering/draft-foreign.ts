import type { ForeignReading, ForeignSentence } from "../retrieval/read-foreign.ts";
import { abstainInLanguage } from "./abstain.ts";
import type { Draft } from "./answerer.ts";

/** Another sentence of the chunk joins while its cosine is no further than this below the best. */
const joiningMargin = 0.05;
const maxSentences = 3;
/** Numbers that stand together in one sentence of a corpus alone are seldom meant otherwise. */
const byNumbers = 0.75;

/**
 * The answer to a question in a language that the corpus is not written in: the sentences found, verbatim, or an
 * abstention in that language. Nothing calibrates an embedder that may be any, so a cosine stands for the confidence,
 * never below `threshold`, under which answers are withheld.
 */
export function draftForeign(
  { language, covered, sentences }: ForeignReading,
  { threshold }: { readonly threshold: number },
): Draft {
  const [best] = sentences;
  if (best === undefined || (best.cosine !== null && best.cosine <= 0)) return abstainInLanguage(language, covered);
  const likely = best.cosine === null ? byNumbers : Math.min(1, best.cosine);
  return {
    status: "answered",
    reason: null,
    sentences: sentences
      .filter(({ cosine }) => cosine === null || cosine >= (best.cosine ?? 0) - joiningMargin)
      .slice(0, maxSentences)
      .map(({ text, documentId, start, end }: ForeignSentence) => ({ text, evidence: [{ documentId, start, end }] })),
    short: null,
    confidence: Math.round(Math.max(likely, Math.min(1, threshold)) * 1e4) / 1e4,
  };
}
