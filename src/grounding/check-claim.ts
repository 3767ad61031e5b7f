import { type Inspection, inspectClaim } from "./inspect-claim.ts";
import { readStatement } from "./statement.ts";

export type { Verdict } from "./inspect-claim.ts";

/** Quoted parts of `problems` are text of the claim or the evidence and remain data. */
export type ClaimCheck = Pick<Inspection, "verdict" | "problems" | "coverage">;

/**
 * Holds a claim against its evidence without a model: numbers with units, dates, names, addresses, negation, direction of change,
 * and how many of its words the evidence holds. `surroundings` are words before the evidence in its passage, from
 * which a name may be completed. It reads English, and does not see who did what to whom: "A sold B" passes for
 * "B sold A", so a verdict of supported means that nothing was found to be wrong. Claims without any content word are
 * unsupported.
 */
export function checkClaim(claim: string, evidence: string, surroundings = ""): ClaimCheck {
  const { verdict, problems, coverage } = inspectClaim(
    readStatement(claim),
    readStatement(evidence),
    readStatement(surroundings),
  );
  return { verdict, problems, coverage };
}
