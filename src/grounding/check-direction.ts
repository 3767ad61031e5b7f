import { type Direction, directionOf } from "./direction-words.ts";
import type { Problem, Statement, StatementWord } from "./statement.ts";

/** Numbers tell clauses apart better than words do. */
const numberWeight = 3;

/**
 * A claim may not say "rose" of what fell. Each clause of the claim that names a direction is held against the clause
 * of the evidence that shares most with it; only a clause with nothing but the other direction contradicts.
 */
export function checkDirection(claim: Statement, evidence: Statement): readonly Problem[] {
  const known = clauses(evidence);
  return clauses(claim).flatMap((clause) => {
    const [direction, ...others] = directionsOf(clause);
    if (direction === undefined || others.length > 0) return [];
    const overlaps = known.map((each) => overlap(clause, each));
    const most = Math.max(0, ...overlaps);
    const nearest = known.filter((_, i) => most > 0 && overlaps[i] === most);
    const opposite = nearest.filter((each) => {
      const there = directionsOf(each);
      return there.length === 1 && there[0] !== direction;
    });
    if (opposite.length === 0 || opposite.length < nearest.length) return [];
    const message = `the claim says that it ${direction === "rise" ? "rose" : "fell"}, the evidence the opposite`;
    return [{ severity: "contradicted", message } satisfies Problem];
  });
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

function directionsOf(clause: readonly StatementWord[]): Direction[] {
  return [...new Set(clause.flatMap((word) => directionOf(word.text) ?? []))];
}

function overlap(a: readonly StatementWord[], b: readonly StatementWord[]): number {
  const terms = new Set(b.map((word) => word.term));
  const shared = new Set(a.filter((word) => word.isContent && directionOf(word.text) === null && terms.has(word.term)));
  return [...shared].reduce((sum, word) => sum + (word.kind === "number" ? numberWeight : 1), 0);
}
