import { checkClaim, type Verdict } from "./check-claim.ts";

/** A sentence that a claim may rest on; `ref` is whatever the caller knows it by. */
export interface CandidateSentence<Ref> {
  readonly text: string;
  readonly ref: Ref;
  /** The words before it in its passage, headings among them. */
  readonly surroundings?: string;
}

/** What a claim rests on, best sentence first. */
export interface Alignment<Ref> {
  readonly verdict: Extract<Verdict, "supported" | "partial">;
  readonly refs: readonly [Ref, ...Ref[]];
}

interface Checked<Ref> {
  readonly candidate: CandidateSentence<Ref>;
  readonly verdict: Verdict;
  readonly coverage: number;
}

/** Sentences that are tried in pairs: all pairs of many candidates would take quadratic time. */
const maxPaired = 8;

/**
 * The one sentence that supports a claim best (verdict, then coverage, then the order given), or, where no single one
 * supports it fully and two together do, these two. Null when every candidate leaves the claim unsupported.
 */
export function alignCitations<Ref>(
  claim: string,
  candidates: readonly CandidateSentence<Ref>[],
): Alignment<Ref> | null {
  const checked = candidates
    .map((candidate) => ({ candidate, ...checkClaim(claim, candidate.text, candidate.surroundings) }))
    .sort((a, b) => rank(a.verdict) - rank(b.verdict) || b.coverage - a.coverage);
  const [best] = checked;
  if (best === undefined) return null;
  if (best.verdict === "supported") return { verdict: "supported", refs: [best.candidate.ref] };
  const pair = findPair(claim, checked);
  if (pair !== null) return { verdict: "supported", refs: pair };
  return best.verdict === "partial" ? { verdict: "partial", refs: [best.candidate.ref] } : null;
}

/** Two sentences that only together hold all that is claimed; each has to hold a part that the other lacks, and none may contradict it. */
function findPair<Ref>(claim: string, checked: readonly Checked<Ref>[]): [Ref, Ref] | null {
  const useful = checked
    .filter(({ verdict, coverage }) => verdict !== "contradicted" && coverage > 0)
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, maxPaired);
  for (const [i, a] of useful.entries()) {
    for (const b of useful.slice(i + 1)) {
      const together = checkClaim(claim, `${a.candidate.text}\n${b.candidate.text}`);
      if (together.verdict === "supported" && together.coverage > a.coverage) return [a.candidate.ref, b.candidate.ref];
    }
  }
  return null;
}

function rank(verdict: Verdict): number {
  return ["supported", "partial", "unsupported", "contradicted"].indexOf(verdict);
}
