import type { Span } from "../domain/span.ts";
import { type Finding, met, unmet } from "./finding.ts";
import { continuesPhrase, type Statement } from "./statement.ts";

const negator =
  /^(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|nowhere|unable|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|\p{Ll}+nt)$/u;
/** Folded contractions ("isnt"), as opposed to "government" or "agent". */
const contraction = /^(?:is|are|was|were|do|does|did|have|has|had|ca|could|wo|would|should|must|need)nt$/u;
const maxDistance = 6;

/** The first content word after a negation, and the span from the negation to its end. */
interface Denial extends Span {
  readonly raw: string;
}

/**
 * What one side denies the other may not assert. A negation is taken to deny the first content word after it, its
 * focus; "not only" and bounds such as "no more than" deny nothing.
 */
export function checkNegation(claim: Statement, evidence: Statement): readonly Finding[] {
  const [denied, deniedThere] = [readDenied(claim), readDenied(evidence)];
  const findings: Finding[] = [];
  for (const [term, denial] of denied.foci) {
    const [same, asserted] = [deniedThere.foci.get(term), evidence.words.find((word) => word.term === term)];
    if (same !== undefined) findings.push(met("negation", denial, same));
    else if (asserted !== undefined) {
      findings.push(contradicted(denial, asserted, `the claim denies "${denial.raw}", which the evidence asserts`));
    } else {
      const severity = deniedThere.foci.size === 0 ? "unsupported" : null;
      const message = severity && `the claim denies "${denial.raw}"; the evidence denies nothing`;
      findings.push(unmet("negation", { claim: denial, evidence: null, severity, message: message ?? "" }));
    }
  }
  for (const [term, denial] of deniedThere.foci) {
    const asserted = claim.words.find((word) => word.term === term);
    if (asserted !== undefined && !denied.foci.has(term) && !deniedThere.asserted.has(term)) {
      findings.push(contradicted(asserted, denial, `the evidence denies "${denial.raw}", which the claim asserts`));
    }
  }
  return findings;
}

/** The foci of all negations by term; and the terms that also occur outside of them. */
function readDenied({ words }: Statement) {
  const foci = new Map<string, Denial>();
  const positions = new Set<number>();
  words.forEach((word, i) => {
    if (!isNegation(word.text, words[i + 1]?.text, words[i + 2]?.text)) return;
    for (let j = i + 1; j < words.length && j <= i + maxDistance; j++) {
      const next = words[j];
      if (next === undefined || !continuesPhrase(next)) break;
      if (!next.isContent || /\p{Ll}ly$/u.test(next.text)) continue;
      foci.set(next.term, { raw: next.raw, start: word.start, end: next.end });
      positions.add(j);
      break;
    }
  });
  const asserted = new Set(words.filter((_, i) => !positions.has(i)).map((word) => word.term));
  return { foci, asserted };
}

function isNegation(word: string, next: string | undefined, afterNext: string | undefined): boolean {
  if (!negator.test(word) || (word.endsWith("nt") && !contraction.test(word))) return false;
  if (next === "only" || next === "just") return false;
  return !(afterNext === "than" && /^(?:more|less|fewer|later|earlier)$/u.test(next ?? ""));
}

function contradicted(claim: Span, evidence: Span, message: string): Finding {
  return unmet("negation", { claim, evidence, severity: "contradicted", message });
}
