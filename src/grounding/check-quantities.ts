import { type Quantity, readQuantities, sameAmount } from "./quantities.ts";
import type { Problem, Statement } from "./statement.ts";

/** A value may be rounded to the digits a claim writes as long as it moves by less than this share. */
const maxRounding = 0.025;

/**
 * Every number of the claim has to stand in the evidence: with the same value, a unit that agrees, the same side of a
 * bound ("more than"), and beside what it counts there.
 */
export function checkQuantities(claim: Statement, evidence: Statement): readonly Problem[] {
  const known = readQuantities(evidence);
  return readQuantities(claim).flatMap((quantity) => {
    const problem = checkQuantity(quantity, known);
    return problem === null ? [] : [problem];
  });
}

function checkQuantity(quantity: Quantity, known: readonly Quantity[]): Problem | null {
  const equal = known.filter((each) => sameAmount(quantity, each));
  if (equal.length === 0) return explainMissing(quantity, known);
  const rival = known.find((each) => !sameAmount(quantity, each) && shares(quantity.nouns, each.nouns));
  if (rival !== undefined && !equal.some((each) => shares(quantity.nouns, each.nouns))) {
    return contradicted(`"${quantity.raw}" counts something else in the evidence, which has "${rival.raw}" for this`);
  }
  if (quantity.year !== null && equal.every((each) => each.year !== null && each.year !== quantity.year)) {
    return contradicted(`"${quantity.raw}" belongs to ${equal[0]?.year} in the evidence, not to ${quantity.year}`);
  }
  return checkBound(quantity, equal);
}

function explainMissing(quantity: Quantity, known: readonly Quantity[]): Problem {
  const { raw, value, unit, nouns } = quantity;
  if (quantity.isYear) return { severity: "unsupported", message: `the year ${raw} is not in the evidence` };
  const rounded = known.find((each) => isRounding(quantity, each));
  if (rounded !== undefined) return { severity: "partial", message: `"${raw}" rounds "${rounded.raw}"` };
  const sameValue = known.find((each) => value !== null && each.value === value);
  if (sameValue !== undefined) return contradicted(`"${raw}" has another unit in the evidence: "${sameValue.raw}"`);
  const ofUnit = known.filter((each) => unit !== null && each.unit?.dimension === unit.dimension);
  const rival = known.find((each) => shares(nouns, each.nouns)) ?? (ofUnit.length === 1 ? ofUnit[0] : undefined);
  if (rival !== undefined) return contradicted(`the claim says "${raw}" where the evidence says "${rival.raw}"`);
  return { severity: "unsupported", message: `the number "${raw}" is not in the evidence` };
}

function checkBound({ raw, bound }: Quantity, equal: readonly Quantity[]): Problem | null {
  if (equal.some((each) => each.bound === bound)) return null;
  const plain = bound === null || equal.some((each) => each.bound === null);
  return plain
    ? { severity: "partial", message: `the claim and the evidence differ on whether "${raw}" is exact` }
    : contradicted(`the claim puts the value on the other side of "${raw}" than the evidence`);
}

function isRounding(claimed: Quantity, exact: Quantity): boolean {
  if (claimed.value === null || exact.value === null || claimed.isYear || exact.isYear) return false;
  const sameDimension = claimed.unit === null || exact.unit === null || claimed.unit.dimension === exact.unit.dimension;
  const finer = exact.step < claimed.step && Math.abs(claimed.value - exact.value) <= claimed.step / 2;
  return sameDimension && finer && Math.abs(claimed.value - exact.value) <= maxRounding * exact.value;
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((term) => b.has(term));
}

function contradicted(message: string): Problem {
  return { severity: "contradicted", message };
}
