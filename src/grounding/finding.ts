import type { Span } from "../domain/span.ts";
import type { FindingKind, FindingVerdict } from "../domain/verification.ts";

export type Severity = "partial" | "unsupported" | "contradicted";

/** One thing that a claim says, held against its evidence. Spans are offsets into the text of the claim and of the evidence. */
export interface Finding {
  readonly kind: FindingKind;
  readonly claim: Span;
  /** The words that say the same, or those that say otherwise; null where there are none. */
  readonly evidence: Span | null;
  readonly verdict: FindingVerdict;
  /** What it makes of the whole claim; null where that stands all the same. */
  readonly severity: Severity | null;
  /** What is wrong, in plain words; "" where nothing is. */
  readonly message: string;
}

export function met(kind: FindingKind, claim: Span, evidence: Span | null): Finding {
  return {
    kind,
    claim: spanOf(claim),
    evidence: evidence && spanOf(evidence),
    verdict: "met",
    severity: null,
    message: "",
  };
}

/** A finding that is not met: `differs` where the evidence says something in its place, else `missing`. */
export function unmet(
  kind: FindingKind,
  { claim, evidence, severity, message }: Omit<Finding, "kind" | "verdict">,
): Finding {
  const verdict = evidence === null ? "missing" : "differs";
  return { kind, claim: spanOf(claim), evidence: evidence && spanOf(evidence), verdict, severity, message };
}

/** The span alone, of a value that has more to it. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}
