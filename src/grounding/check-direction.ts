import { type Direction, directionOf } from "./direction-words.ts";
import { type Finding, met, unmet } from "./finding.ts";
import type { Statement, StatementWord } from "./statement.ts";

/** Numbers tell clauses apart better than words do. */
const numberWeight = 3;

/**
 * A claim may not say "rose" of what fell. Each clause of the claim that names a direction is held against the clause
 * of the evidence that shares most with it; a clause with nothing but the other direction contradicts. So does evidence
 * that names as many directions, and not the same ones.
 */
export function checkDirection(claim: Statement, evidence: Statement): readonly Finding[] {
  const findings = checkClauses(claim, clauses(evidence), evidence);
  const [claimed, known] = [directed(claim.words), directed(evidence.words)];
  if (claimed.length !== known.length || findings.some(({ severity }) => severity !== null)) return findings;
  const swapped = claimed.find((word) => countOf(word, claimed) > countOf(word, known));
  const instead = known.find((word) => countOf(word, known) > countOf(word, claimed));
  if (swapped === undefined || instead === undefined) return findings;
  return findings.map((finding) => (finding.claim.start === swapped.start ? opposed(swapped, instead) : finding));
}

function countOf({ term }: StatementWord, words: readonly StatementWord[]): number {
  return words.filter((word) => word.term === term).length;
}

function opposed(word: StatementWord, instead: StatementWord | null): Finding {
  const message = `the claim says that it ${directionOf(word.text) === "rise" ? "rose" : "fell"}, the evidence the opposite`;
  return unmet("direction", { claim: word, evidence: instead, severity: "contradicted", message });
}

function checkClauses(claim: Statement, known: readonly StatementWord[][], evidence: Statement): readonly Finding[] {
  return clauses(claim).flatMap((clause) => {
    const [word, ...others] = directed(clause);
    if (word === undefined) return [];
    const direction = directionOf(word.text);
    const overlaps = known.map((each) => overlap(clause, each));
    const most = Math.max(0, ...overlaps);
    const nearest = known.filter((_, i) => most > 0 && overlaps[i] === most);
    const opposite = nearest.filter((each) => {
      const there = new Set(directionsOf(each));
      return there.size === 1 && !there.has(direction as Direction);
    });
    const isOpposed = opposite.length > 0 && opposite.length === nearest.length;
    if (isOpposed && others.every((other) => directionOf(other.text) === direction)) {
      return [opposed(word, directed(opposite[0] ?? [])[0] ?? null)];
    }
    return [word, ...others].map((each) => holdWord(each, nearest, evidence));
  });
}

/** A direction that nothing opposes: where the evidence names it too, if anywhere. Missing it costs coverage alone. */
function holdWord(word: StatementWord, nearest: readonly StatementWord[][], evidence: Statement): Finding {
  const same = [...nearest.flat(), ...evidence.words].find((each) => each.term === word.term);
  if (same !== undefined) return met("direction", word, same);
  return unmet("direction", { claim: word, evidence: null, severity: null, message: "" });
}

function clauses({ words }: Statement): StatementWord[][] {
  const found: StatementWord[][] = [];
  for (const word of words) {
    const opens = /[.;:!?]/u.test(word.gap) || /^(?:and|but|while|whereas|although)$/u.test(word.text);
    if (opens || found.length === 0) found.push([]);
    found.at(-1)?.push(word);
  }
  return found;
}

function directed(clause: readonly StatementWord[]): readonly StatementWord[] {
  return clause.filter((word) => directionOf(word.text) !== null);
}

function directionsOf(clause: readonly StatementWord[]): Direction[] {
  return clause.flatMap((word) => directionOf(word.text) ?? []);
}

function overlap(a: readonly StatementWord[], b: readonly StatementWord[]): number {
  const terms = new Set(b.map((word) => word.term));
  const shared = new Set(a.filter((word) => word.isContent && directionOf(word.text) === null && terms.has(word.term)));
  return [...shared].reduce((sum, word) => sum + (word.kind === "number" ? numberWeight : 1), 0);
}
