import { checkAddresses } from "./check-addresses.ts";
import { checkDates } from "./check-dates.ts";
import { checkDirection } from "./check-direction.ts";
import { checkNames } from "./check-names.ts";
import { checkNegation } from "./check-negation.ts";
import { checkQuantities } from "./check-quantities.ts";
import { coverageOf } from "./coverage.ts";
import { type Problem, readStatement } from "./statement.ts";

export type Verdict = "supported" | "partial" | "unsupported" | "contradicted";

export interface ClaimCheck {
  readonly verdict: Verdict;
  /** What is wrong, in plain words; quoted parts are text of the claim or the evidence and remain data. */
  readonly problems: readonly string[];
  /** Share of the claim's different content words and numbers that the evidence holds, 0 to 1. */
  readonly coverage: number;
}

/** From here on the words of a claim count as covered; the rest is grammar and free choice of words. */
const fullCoverage = 0.75;
/** Below this a claim shares too little with the evidence to rest on it. */
const leastCoverage = 0.5;

/**
 * Holds a claim against its evidence without a model: numbers with units, dates, names, addresses, negation, direction of change,
 * and how many of its words the evidence holds. `surroundings` are words before the evidence in its passage, from
 * which a name may be completed. It reads English, and does not see who did what to whom: "A sold B" passes for
 * "B sold A", so a verdict of supported means that nothing was found to be wrong. Claims without any content word are
 * unsupported.
 */
export function checkClaim(claim: string, evidence: string, surroundings = ""): ClaimCheck {
  const [claimed, known] = [readStatement(claim), readStatement(evidence)];
  const coverage = coverageOf(claimed, known);
  const problems: readonly Problem[] = [
    ...checkQuantities(claimed, known),
    ...checkDates(claimed, known),
    ...checkNames(claimed, known, readStatement(surroundings)),
    ...checkAddresses(claimed, known),
    ...checkNegation(claimed, known),
    ...checkDirection(claimed, known),
    ...checkCoverage(coverage),
  ];
  return { verdict: worst(problems), problems: [...new Set(problems.map(({ message }) => message))], coverage };
}

function checkCoverage(coverage: number): readonly Problem[] {
  if (coverage >= fullCoverage) return [];
  const message = `the evidence holds ${Math.round(coverage * 100)} % of the claim's words`;
  return [{ severity: coverage >= leastCoverage ? "partial" : "unsupported", message }];
}

function worst(problems: readonly Problem[]): Verdict {
  for (const severity of ["contradicted", "unsupported", "partial"] as const) {
    if (problems.some((problem) => problem.severity === severity)) return severity;
  }
  return "supported";
}
