import { checkAddresses } from "./check-addresses.ts";
import { checkDates } from "./check-dates.ts";
import { checkDirection } from "./check-direction.ts";
import { checkNames } from "./check-names.ts";
import { checkNegation } from "./check-negation.ts";
import { checkQuantities } from "./check-quantities.ts";
import { coverageOf } from "./coverage.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Statement } from "./statement.ts";

export type Verdict = "supported" | Severity;

export interface Inspection {
  readonly verdict: Verdict;
  /** Everything in which the claim departs from the evidence, in plain words. */
  readonly problems: readonly string[];
  /** Share of the claim's different content words and numbers that the evidence holds, 0 to 1. */
  readonly coverage: number;
  /** What each check found, met or not, check by check; content words are left to `checkWords`. */
  readonly findings: readonly Finding[];
}

/** From here on the words of a claim count as covered; the rest is grammar and free choice of words. */
const fullCoverage = 0.75;
/** Below this a claim shares too little with the evidence to rest on it. */
export const leastCoverage = 0.5;

/** Holds a claim against its evidence, both read before; the worst finding and the coverage decide the verdict. */
export function inspectClaim(claim: Statement, evidence: Statement, surroundings: Statement): Inspection {
  const coverage = coverageOf(claim, evidence);
  const findings = [
    ...checkQuantities(claim, evidence),
    ...checkDates(claim, evidence),
    ...checkNames(claim, evidence, surroundings),
    ...checkAddresses(claim, evidence),
    ...checkNegation(claim, evidence),
    ...checkDirection(claim, evidence),
  ];
  const faults = findings.filter(({ severity }) => severity !== null);
  const isThin = coverage < fullCoverage;
  const ofCoverage: Severity | null = !isThin ? null : coverage >= leastCoverage ? "partial" : "unsupported";
  const problems = [
    ...faults.map(({ message }) => message),
    ...(isThin ? [`the evidence holds ${Math.round(coverage * 100)} % of the claim's words`] : []),
  ];
  return {
    verdict: worst([...faults.map(({ severity }) => severity), ofCoverage]),
    problems: [...new Set(problems)],
    coverage,
    findings,
  };
}

function worst(severities: readonly (Severity | null)[]): Verdict {
  for (const severity of ["contradicted", "unsupported", "partial"] as const) {
    if (severities.includes(severity)) return severity;
  }
  return "supported";
}
