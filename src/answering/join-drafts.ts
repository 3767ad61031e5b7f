import type { Draft, DraftSentence } from "./answerer.ts";

/** One of several questions asked at once, and its answer. */
export interface DraftPart {
  readonly question: string;
  readonly draft: Draft;
}

const maxSentences = 3;

/**
 * The drafts of the parts of a question -> one draft of at most three claims, each part's best first. Where some parts
 * are answered it is partial, with the reason of the first that is not, and says which; its confidence is the smallest
 * of the answered parts. Where none is, it is that of the part with a correction, else of the first, and the smallest
 * of all. The short answer is the first part's.
 */
export function joinDrafts(parts: readonly DraftPart[]): Draft {
  const [first] = parts;
  if (first === undefined) throw new Error("no draft to join");
  if (parts.length === 1) return first.draft;
  const answered = parts.filter(({ draft }) => draft.status !== "unanswerable");
  const open = parts.filter(({ draft }) => draft.status === "unanswerable");
  const confidence = Math.min(...(answered.length > 0 ? answered : parts).map(({ draft }) => draft.confidence));
  if (answered.length === 0) {
    const { draft } = open.find((part) => isCorrection(part.draft)) ?? first;
    return { ...draft, confidence };
  }
  const corrected = open.filter(({ draft }) => isCorrection(draft));
  const missing = open.filter(({ draft }) => !isCorrection(draft));
  const claims = takeInTurn(parts.filter((part) => answered.includes(part) || corrected.includes(part)));
  const reason = open[0]?.draft.reason ?? answered.find(({ draft }) => draft.reason !== null)?.draft.reason ?? null;
  return {
    status: reason === null ? "answered" : "partial",
    reason,
    sentences: [...claims, ...missing.map(({ question }) => leftOpen(question))],
    short: first.draft.short,
    confidence,
  };
}

/**
 * What a partial draft says beside its claims: which part the documents do not answer. It rests on no sentence, so that
 * it can carry no marker.
 */
export function openParts({ status, sentences }: Draft): readonly string[] {
  return status === "partial" ? sentences.filter(({ evidence }) => evidence.length === 0).map(({ text }) => text) : [];
}

/** A correction of a false premise rests on sentences; any other abstention on none. */
function isCorrection({ sentences }: Draft): boolean {
  return sentences.some(({ evidence }) => evidence.length > 0);
}

/** The first claim of each part, then the second of each, up to three, in the order of the parts; the same one once. */
function takeInTurn(parts: readonly DraftPart[]): readonly DraftSentence[] {
  const taken = new Map<string, { readonly part: number; readonly sentence: DraftSentence }>();
  for (let rank = 0; rank < maxSentences; rank++) {
    for (const [part, { draft }] of parts.entries()) {
      const sentence = draft.sentences[rank];
      if (sentence !== undefined && taken.size < maxSentences && !taken.has(sentence.text))
        taken.set(sentence.text, { part, sentence });
    }
  }
  return [...taken.values()].sort((a, b) => a.part - b.part).map(({ sentence }) => sentence);
}

function leftOpen(question: string): DraftSentence {
  return { text: `The documents do not answer “${question}”`, evidence: [] };
}
