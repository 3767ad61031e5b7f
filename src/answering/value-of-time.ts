import { compareTimes } from "../text/compare-times.ts";
import { findTimes, type TimeExpression } from "../text/time-expressions.ts";

/** "310 tons in 2019": nothing but a preposition between a value and its time. */
const onlyPreposition = /^\s*(?:in|on|at|by|during|of|for|since|as of|\()?\s*(?:the\s+)?(?:year\s+)?$/iu;
const clauseBreak = /[;:]\s|,\s+(?:and|but|while|whereas|then)\s/gu;

/**
 * Whether the value at `start` to `end` of a sentence belongs to one of the times asked for, where the sentence gives
 * values of several times: "12 boats in 1990, and 15 boats in 1995". True where it names fewer than two times, or
 * none of them is asked for.
 */
export function belongsToTime(
  sentence: string,
  value: { readonly start: number; readonly end: number },
  asked: readonly TimeExpression[],
): boolean {
  if (asked.length === 0) return true;
  const stated = findTimes(sentence, null);
  const isAsked = (time: TimeExpression) => asked.some((each) => matches(each, time));
  if (stated.length < 2 || !stated.some(isAsked) || stated.every(isAsked)) return true;
  if (stated.some(({ start, end }) => value.start < end && start < value.end)) return true;
  const own = timeOf(sentence, value, stated);
  return own === null || isAsked(own);
}

/** The time right behind a value, else the nearest before it in its clause, else behind it there, else the last one before. */
function timeOf(
  sentence: string,
  { start, end }: { readonly start: number; readonly end: number },
  stated: readonly TimeExpression[],
): TimeExpression | null {
  const behind = stated.find((time) => time.start >= end);
  if (behind !== undefined && onlyPreposition.test(wordsAfter(sentence, end, behind.start))) return behind;
  const breaks = [...sentence.matchAll(clauseBreak)].map(({ index }) => index);
  const from = breaks.findLast((at) => at <= start) ?? 0;
  const to = breaks.find((at) => at > start) ?? sentence.length;
  const before = stated.findLast((time) => time.end <= start);
  if (before !== undefined && before.start >= from) return before;
  if (behind !== undefined && behind.start < to) return behind;
  return before ?? null;
}

/** What stands between a value and a time, less one noun of the value: "15 *boats* in 1995". */
function wordsAfter(sentence: string, from: number, to: number): string {
  return sentence.slice(from, to).replace(/^\s*\p{L}+(?=\s+(?:in|on|by|during|for|since)\s)/iu, "");
}

function matches(asked: TimeExpression, stated: TimeExpression): boolean {
  const relation = compareTimes(asked, [stated]);
  return relation !== "differs" && relation !== "none";
}
