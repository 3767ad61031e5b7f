import { continuesPhrase, type Problem, type Statement } from "./statement.ts";

const negator =
  /^(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|nowhere|unable|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|\p{Ll}+nt)$/u;
/** Folded contractions ("isnt"), as opposed to "government" or "agent". */
const contraction = /^(?:is|are|was|were|do|does|did|have|has|had|ca|could|wo|would|should|must|need)nt$/u;
const maxDistance = 6;

/**
 * What one side denies the other may not assert. A negation is taken to deny the first content word after it, its
 * focus; "not only" and bounds such as "no more than" deny nothing.
 */
export function checkNegation(claim: Statement, evidence: Statement): readonly Problem[] {
  const [denied, deniedThere] = [readDenied(claim), readDenied(evidence)];
  const problems: Problem[] = [];
  for (const [term, raw] of denied.foci) {
    if (deniedThere.foci.has(term)) continue;
    if (evidence.terms.has(term)) problems.push(contradicted(`the claim denies "${raw}", which the evidence asserts`));
    else if (deniedThere.foci.size === 0) {
      problems.push({ severity: "unsupported", message: `the claim denies "${raw}"; the evidence denies nothing` });
    }
  }
  for (const [term, raw] of deniedThere.foci) {
    if (!denied.foci.has(term) && claim.terms.has(term) && !deniedThere.asserted.has(term)) {
      problems.push(contradicted(`the evidence denies "${raw}", which the claim asserts`));
    }
  }
  return problems;
}

/** The foci of all negations, term to word as written; and the terms that also occur outside of them. */
function readDenied({ words }: Statement) {
  const foci = new Map<string, string>();
  const positions = new Set<number>();
  words.forEach((word, i) => {
    if (!isNegation(word.text, words[i + 1]?.text, words[i + 2]?.text)) return;
    for (let j = i + 1; j < words.length && j <= i + maxDistance; j++) {
      const next = words[j];
      if (next === undefined || !continuesPhrase(next)) break;
      if (!next.isContent || /\p{Ll}ly$/u.test(next.text)) continue;
      foci.set(next.term, next.raw);
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

function contradicted(message: string): Problem {
  return { severity: "contradicted", message };
}
