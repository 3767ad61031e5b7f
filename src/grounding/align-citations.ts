import { checkClaim, type Verdict } from "./check-claim.ts";

/** A sentence that a claim may rest on; `ref` is whatever the caller knows it by. */
export interface CandidateSentence<Ref> {
  readonly text: string;
  readonly ref: Ref;
  /** The words before it in its passage, headings among them. */
  readonly surroundings?: string;
}

export interface Alignment<Ref> {
  readonly verdict: Extract<Verdict, "supported" | "partial">;
  readonly ref: Ref;
}

/**
 * The sentence that supports a claim best: verdict, then coverage, then the order given. Null when every candidate
 * leaves the claim unsupported. One sentence has to carry the whole claim: two that do so only together would also
 * pass a claim that takes its subject from one and its figure from the other.
 */
export function alignCitations<Ref>(
  claim: string,
  candidates: readonly CandidateSentence<Ref>[],
): Alignment<Ref> | null {
  let best: (Alignment<Ref> & { readonly coverage: number }) | null = null;
  for (const { text, ref, surroundings } of candidates) {
    const { verdict, coverage } = checkClaim(claim, text, surroundings);
    if (verdict !== "supported" && verdict !== "partial") continue;
    const isBetter = best === null || (verdict === best.verdict ? coverage > best.coverage : verdict === "supported");
    if (isBetter) best = { verdict, ref, coverage };
  }
  return best === null ? null : { verdict: best.verdict, ref: best.ref };
}
