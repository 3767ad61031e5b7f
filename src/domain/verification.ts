import type { Span } from "./span.ts";

/** A text whose sentences are to be held against the corpus, validated: NFC, trimmed, 1 to 20,000 code points. */
export interface VerifyRequest {
  readonly text: string;
  /** A sub-folder of the corpus, by its path: nothing outside it is read. Default: the whole corpus. */
  readonly collection?: string;
}

export type VerificationStatus = "supported" | "partial" | "unsupported" | "contradicted";

/**
 * Why a sentence is unsupported: a question, or words without a claim such as a greeting; no sentence of the corpus says
 * it; too long to be checked. Null for every other status.
 */
export type UnsupportedReason = "no_claim" | "not_in_corpus" | "too_long";

export type FindingKind = "number" | "date" | "name" | "negation" | "direction" | "word";
/** `differs`: the evidence has something else in its place. */
export type FindingVerdict = "met" | "missing" | "differs";

/** Words of the request's text, by offsets into it. */
export interface ClaimWords extends Span {
  readonly text: string;
}

/** Words of a document: `document.text.slice(start, end) === text`. */
export interface EvidenceWords extends ClaimWords {
  readonly documentId: string;
}

/** One thing that a sentence says, held against the first of its evidence. */
export interface VerifiedFinding {
  readonly kind: FindingKind;
  readonly claim: ClaimWords;
  /** The words that say the same, or those that say otherwise. */
  readonly evidence?: EvidenceWords;
  readonly verdict: FindingVerdict;
}

/** A whole sentence of a document: `document.text.slice(start, end) === quote`. */
export interface EvidenceSentence extends Span {
  readonly documentId: string;
  readonly title: string;
  readonly quote: string;
  readonly url: string;
}

export interface VerifiedSentence extends ClaimWords {
  readonly status: VerificationStatus;
  readonly reason: UnsupportedReason | null;
  /** Share of its different content words and numbers that the first evidence holds, 0 to 1; 0 without evidence. */
  readonly coverage: number;
  /** What it was held against, the nearest first; more than one only where each supports it. */
  readonly evidence: readonly EvidenceSentence[];
  readonly findings: readonly VerifiedFinding[];
}

/** What `POST /verify` returns: every sentence of a text with what the corpus has to say on it. */
export interface Verification {
  readonly sentences: readonly VerifiedSentence[];
  readonly summary: Readonly<Record<VerificationStatus, number>>;
  readonly generation: string;
}
