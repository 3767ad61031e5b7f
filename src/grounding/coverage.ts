import { mentionName } from "./mention-name.ts";
import { readQuantities, sameAmount } from "./quantities.ts";
import type { Statement } from "./statement.ts";

/**
 * Share of what a claim is made of, its different content words and its quantities, that the evidence holds: 0 to 1.
 * 0 for a claim that is made of nothing but function words.
 */
export function coverageOf(claim: Statement, evidence: Statement): number {
  const [claimed, known] = [readQuantities(claim), readQuantities(evidence)];
  const items = new Map<string, boolean>();
  claim.words.forEach((word, i) => {
    if (!word.isContent || claimed.some(({ first, next }) => first <= i && i < next)) return;
    items.set(word.term, evidence.terms.has(word.term) || mentionName(evidence.words, word.raw) !== null);
  });
  for (const quantity of claimed) {
    const isTold = quantity.isYear && evidence.toldYears.some(({ year }) => year === quantity.value);
    items.set(quantity.raw, isTold || known.some((each) => sameAmount(quantity, each)));
  }
  return items.size === 0 ? 0 : [...items.values()].filter(Boolean).length / items.size;
}
