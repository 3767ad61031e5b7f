import type { VerificationStatus } from "../domain/verification.ts";
import { coverageOf } from "../grounding/coverage.ts";
import { type Inspection, inspectClaim, leastCoverage } from "../grounding/inspect-claim.ts";
import { readStatement, type Statement } from "../grounding/statement.ts";

/** A sentence of the corpus that a claim is held against; `ref` is whatever the caller knows it by. */
export interface JudgedSentence<Ref> {
  readonly ref: Ref;
  readonly evidence: Statement;
  readonly inspection: Inspection;
  readonly status: VerificationStatus;
}

export interface Judgement<Ref> {
  readonly status: VerificationStatus;
  /** Those that decide the status, the nearest first; empty where no sentence shares half of the claim. */
  readonly sentences: readonly JudgedSentence<Ref>[];
}

interface Candidate<Ref> {
  readonly text: string;
  readonly ref: Ref;
  readonly surroundings: string;
  /** The day from which its relative times count, `YYYY-MM-DD`. */
  readonly published: string | null;
}

/** Content words that a claim shares with what supports a part of it or contradicts it: "Item 2" shares a 2 with anything. */
const leastShared = 2;
/** Sentences named where several support a claim. */
const maxEvidence = 3;

/**
 * What a corpus says on a claim, from the sentences that were found for it, the likeliest first. One sentence has to
 * carry the whole claim. Support comes first; else what contradicts the claim goes before what supports a part of it
 * only where it shares at least as much with it.
 */
export function judgeClaim<Ref>(claim: Statement, candidates: readonly Candidate<Ref>[]): Judgement<Ref> {
  const ranked = candidates
    .map((candidate) => judgeSentence(claim, candidate))
    .map((judged) => ({
      judged,
      isVerbatim: judged.evidence.text === claim.text,
      inCommon: coverageOf(judged.evidence, claim),
    }))
    .sort(
      (a, b) =>
        placeOf(a.judged) - placeOf(b.judged) ||
        b.judged.inspection.coverage - a.judged.inspection.coverage ||
        tieOf(a.judged) - tieOf(b.judged) ||
        Number(b.isVerbatim) - Number(a.isVerbatim) ||
        b.inCommon - a.inCommon,
    )
    .map(({ judged }) => judged);
  const [best] = ranked;
  if (best === undefined || best.inspection.coverage < leastCoverage) return { status: "unsupported", sentences: [] };
  const { status } = best;
  return {
    status,
    sentences: status === "supported" ? ranked.filter((each) => each.status === status).slice(0, maxEvidence) : [best],
  };
}

function judgeSentence<Ref>(
  claim: Statement,
  { text, ref, surroundings, published }: Candidate<Ref>,
): JudgedSentence<Ref> {
  const evidence = readStatement(text, published);
  const inspection = inspectClaim(claim, evidence, readStatement(surroundings));
  const isAbout = sharedWords(claim, evidence) >= leastShared;
  return { ref, evidence, inspection, status: statusOf(inspection, isAbout) };
}

function sharedWords(claim: Statement, evidence: Statement): number {
  return new Set(claim.words.flatMap(({ term, isContent }) => (isContent && evidence.terms.has(term) ? [term] : [])))
    .size;
}

/** Nothing is contradicted by a sentence about something else: another name, another date, other words. */
function statusOf({ verdict, coverage, findings }: Inspection, isAbout: boolean): VerificationStatus {
  if (verdict === "supported") return verdict;
  if (!isAbout) return "unsupported";
  if (verdict !== "contradicted") return verdict;
  const isElsewhere = findings.some(
    ({ kind, severity }) => severity === "unsupported" && (kind === "name" || kind === "date"),
  );
  return isElsewhere || coverage < leastCoverage ? "unsupported" : verdict;
}

function placeOf({ status }: JudgedSentence<unknown>): number {
  return status === "supported" ? 0 : status === "unsupported" ? 2 : 1;
}

function tieOf({ status }: JudgedSentence<unknown>): number {
  return status === "contradicted" ? 0 : 1;
}
