import type { Span } from "../domain/span.ts";
import { checkWords } from "../grounding/check-words.ts";
import type { Finding } from "../grounding/finding.ts";
import type { Statement } from "../grounding/statement.ts";

/**
 * The findings of the checks and the content words that none of them is about, in the order of the claim's words, each
 * stretch of the claim once: the number in a date is left to the date, the words of a name are one name.
 */
export function reportFindings(found: readonly Finding[], claim: Statement, evidence: Statement): readonly Finding[] {
  const checked = joinNames(withoutNested(found), claim.text, evidence.text);
  const words = checkWords(claim, evidence).filter((word) => !checked.some((each) => overlaps(each.claim, word.claim)));
  return [...checked, ...words].sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end);
}

/** Without what stands inside a date and says no more than it, and without repetitions. */
function withoutNested(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((each, i) => {
    const isRepeated = findings
      .slice(0, i)
      .some((other) => other.kind === each.kind && isSame(other.claim, each.claim));
    const holder = findings.find(
      (other) => other.kind === "date" && !isSame(other.claim, each.claim) && contains(other.claim, each.claim),
    );
    return !isRepeated && (holder === undefined || (each.verdict !== "met" && holder.verdict === "met"));
  });
}

/** "Wang" and "Liqun" next to each other on both sides are one name. */
function joinNames(findings: readonly Finding[], claim: string, evidence: string): readonly Finding[] {
  const joined: Finding[] = [];
  for (const each of findings.toSorted((a, b) => a.claim.start - b.claim.start)) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined &&
      last.kind === "name" &&
      each.kind === "name" &&
      last.verdict === each.verdict &&
      isSpace(claim, last.claim, each.claim) &&
      ((last.evidence === null && each.evidence === null) ||
        (last.evidence !== null &&
          each.evidence !== null &&
          (isSame(last.evidence, each.evidence) || isSpace(evidence, last.evidence, each.evidence))));
    if (!isNext) joined.push(each);
    else {
      joined[joined.length - 1] = {
        ...last,
        claim: { start: last.claim.start, end: each.claim.end },
        evidence: last.evidence && { start: last.evidence.start, end: each.evidence?.end ?? last.evidence.end },
      };
    }
  }
  return joined;
}

function isSpace(text: string, before: Span, after: Span): boolean {
  return before.end < after.start && /^\s+$/u.test(text.slice(before.end, after.start));
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
