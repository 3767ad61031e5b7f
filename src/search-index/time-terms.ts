import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { TimeExpression } from "../text/time-expressions.ts";
import { openEnd } from "../text/time-interval.ts";

const months = "january february march april may june july august september october november december".split(" ");

/**
 * The terms with which a question would name what the relative times of a sentence mean: "2022" for "last year" in a
 * text of 2023, with "april" for a month (May is a function word), "q1" for a quarter and the day's number for a day. Of a longer stretch these
 * are the years of its ends, but for an end that is open or is the day of publication itself.
 */
export function timeTerms(times: readonly TimeExpression[], published: string | null): readonly string[] {
  const terms = new Set<string>();
  for (const { from, to, grain, relative } of times) {
    if (!relative) continue;
    const year = from.slice(0, 4);
    const isLong = to.slice(0, 4) !== year;
    if (!isLong || from !== published) terms.add(String(Number(year)));
    if (isLong && to !== published && to !== openEnd) terms.add(String(Number(to.slice(0, 4))));
    const month = Number(from.slice(5, 7));
    if (grain === "quarter") terms.add(`q${Math.ceil(month / 3)}`);
    const name = months[month - 1] as string;
    if ((grain === "month" || grain === "day") && !isStopWord(name)) terms.add(stem(name));
    if (grain === "day") terms.add(String(Number(from.slice(8))));
  }
  return [...terms];
}
