import { type Finding, met, unmet } from "./finding.ts";
import { mentionName } from "./mention-name.ts";
import { readQuantities } from "./quantities.ts";
import type { Statement } from "./statement.ts";

/**
 * Where the evidence holds each different content word of the claim, numbers aside. A missing word alone makes nothing
 * unsupported: the share of them does, see `coverageOf`.
 */
export function checkWords(claim: Statement, evidence: Statement): readonly Finding[] {
  const quantities = readQuantities(claim);
  const findings = new Map<string, Finding>();
  claim.words.forEach((word, i) => {
    if (!word.isContent || findings.has(word.term)) return;
    if (quantities.some(({ first, next }) => first <= i && i < next)) return;
    const same = evidence.words.find((each) => each.term === word.term);
    const place = same ?? mentionName(evidence.words, word.raw);
    const finding =
      place === null
        ? unmet("word", { claim: word, evidence: null, severity: null, message: "" })
        : met("word", word, place);
    findings.set(word.term, finding);
  });
  return [...findings.values()];
}
