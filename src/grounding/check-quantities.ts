import { type Finding, met, unmet } from "./finding.ts";
import { type Quantity, readQuantities, sameAmount } from "./quantities.ts";
import type { Statement } from "./statement.ts";

/** A value may be rounded to the digits a claim writes as long as it moves by less than this share. */
const maxRounding = 0.025;

/**
 * Every number of the claim has to stand in the evidence: with the same value, a unit that agrees, the same side of a
 * bound ("more than"), beside what it counts there, and as often. A year is a finding of the kind `date`, and
 * may stand there as "last year".
 */
export function checkQuantities(claim: Statement, evidence: Statement): readonly Finding[] {
  const [claimed, known] = [readQuantities(claim), readQuantities(evidence)];
  return claimed.map((quantity, i) => {
    const told = quantity.isYear ? evidence.toldYears.find(({ year }) => year === quantity.value) : undefined;
    if (told !== undefined) return met("date", quantity, told);
    const finding = checkQuantity(quantity, known);
    return finding.verdict === "met" ? checkCount(finding, claimed.slice(0, i + 1), known) : finding;
  });
}

/** "From 20 to 20" does not rest on "from 10 to 20": an amount may not stand more often than in the evidence. */
function checkCount(finding: Finding, claimed: readonly Quantity[], known: readonly Quantity[]): Finding {
  const quantity = claimed.at(-1) as Quantity;
  const countIn = (quantities: readonly Quantity[]) => quantities.filter((each) => sameAmount(quantity, each)).length;
  const count = countIn(known);
  if (countIn(claimed) <= count) return finding;
  const message = `"${quantity.raw}" stands only ${count === 1 ? "once" : `${count} times`} in the evidence`;
  return unmet(finding.kind, { claim: quantity, evidence: finding.evidence, severity: "partial", message });
}

function checkQuantity(quantity: Quantity, known: readonly Quantity[]): Finding {
  const equal = known.filter((each) => sameAmount(quantity, each));
  if (equal.length === 0) return explainMissing(quantity, known);
  const beside = equal.find((each) => shares(quantity.nouns, each.nouns));
  const rival = known.find((each) => !sameAmount(quantity, each) && shares(quantity.nouns, each.nouns));
  if (rival !== undefined && beside === undefined) {
    return contradicted(
      quantity,
      rival,
      `"${quantity.raw}" counts something else in the evidence, which has "${rival.raw}" for this`,
    );
  }
  if (quantity.year !== null && equal.every((each) => each.year !== null && each.year !== quantity.year)) {
    const message = `"${quantity.raw}" belongs to ${equal[0]?.year} in the evidence, not to ${quantity.year}`;
    return contradicted(quantity, equal[0] ?? null, message);
  }
  return checkBound(quantity, equal, beside ?? null);
}

function explainMissing(quantity: Quantity, known: readonly Quantity[]): Finding {
  const { raw, value, unit, nouns } = quantity;
  if (quantity.isYear) return missing(quantity, `the year ${raw} is not in the evidence`);
  const rounded = known.find((each) => isRounding(quantity, each));
  if (rounded !== undefined) {
    const message = `"${raw}" rounds "${rounded.raw}"`;
    return unmet("number", { claim: quantity, evidence: rounded, severity: "partial", message });
  }
  const sameValue = known.find((each) => value !== null && each.value === value);
  if (sameValue !== undefined) {
    return contradicted(quantity, sameValue, `"${raw}" has another unit in the evidence: "${sameValue.raw}"`);
  }
  const ofUnit = known.filter((each) => unit !== null && each.unit?.dimension === unit.dimension);
  const rival = known.find((each) => shares(nouns, each.nouns)) ?? (ofUnit.length === 1 ? ofUnit[0] : undefined);
  if (rival !== undefined) {
    return contradicted(quantity, rival, `the claim says "${raw}" where the evidence says "${rival.raw}"`);
  }
  return missing(quantity, `the number "${raw}" is not in the evidence`);
}

function checkBound(quantity: Quantity, equal: readonly Quantity[], beside: Quantity | null): Finding {
  const { raw, bound } = quantity;
  const same = equal.filter((each) => each.bound === bound);
  const place = same.find((each) => each === beside) ?? same[0] ?? beside ?? equal[0] ?? null;
  if (same.length > 0) return met(kindOf(quantity), quantity, place);
  const plain = bound === null || equal.some((each) => each.bound === null);
  if (!plain) {
    return contradicted(quantity, place, `the claim puts the value on the other side of "${raw}" than the evidence`);
  }
  const message = `the claim and the evidence differ on whether "${raw}" is exact`;
  return unmet(kindOf(quantity), { claim: quantity, evidence: place, severity: "partial", message });
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

function kindOf({ isYear }: Quantity): "date" | "number" {
  return isYear ? "date" : "number";
}

function contradicted(claim: Quantity, evidence: Quantity | null, message: string): Finding {
  return unmet(kindOf(claim), { claim, evidence, severity: "contradicted", message });
}

function missing(claim: Quantity, message: string): Finding {
  return unmet(kindOf(claim), { claim, evidence: null, severity: "unsupported", message });
}
