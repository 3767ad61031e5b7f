import { compareTimes } from "../text/compare-times.ts";
import type { TimeExpression } from "../text/time-expressions.ts";
import type { QuestionTerm } from "./analyse-question.ts";
import type { Alignment } from "./soft-align.ts";

/**
 * A year of the question that the sentence does not write but means: "2022" in "last year" of a text of 2023, or in
 * "from 2019 to 2023". The first is met as if it were written, the second almost.
 */
export function meetTimes(
  terms: readonly QuestionTerm[],
  alignment: Alignment,
  stated: readonly TimeExpression[],
): Alignment {
  if (stated.length === 0) return alignment;
  for (const [t, { kind, term }] of terms.entries()) {
    if (kind !== "year" || alignment.exact[t] === 1) continue;
    const relation = compareTimes({ from: `${term}-01-01`, to: `${term}-12-31` }, stated);
    const met = relation === "equal" || relation === "contains" ? 1 : relation === "inside" ? 0.8 : 0;
    if (met === 1) alignment.exact[t] = met;
    for (const measure of [alignment.plain, alignment.purified, alignment.related, alignment.best])
      if ((measure[t] as number) < met) measure[t] = met;
  }
  return alignment;
}
