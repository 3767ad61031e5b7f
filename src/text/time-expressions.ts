import type { Span } from "../domain/span.ts";
import { parseDay, type TimeInterval } from "./time-interval.ts";
import { readTime } from "./time-ranges.ts";
import { type TimeSource, textAt } from "./time-reading.ts";
import { readTimeTokens } from "./time-tokens.ts";
import { canOpenTime, mayHoldTime } from "./time-words.ts";

/** A stretch of a text that names a time, and the days that are meant. Offsets are UTF-16, into the text searched. */
export interface TimeExpression extends Span, TimeInterval {
  /** The words alone don't say which days: the publication date or an earlier time does. */
  readonly relative: boolean;
}

export interface TimeContext {
  /** The nearest earlier time of the same paragraph: what "that year", "since then" and a bare "In March" lean on. */
  readonly recent?: TimeInterval | null;
  /** The year of the heading or title above the text, for a bare "In March". */
  readonly headingYear?: number | null;
}

/**
 * Times in reading order, none overlapping another. `anchor` is the day of publication, `YYYY-MM-DD`; without one,
 * or where it is no such day, what counts from it is left out. Nothing is read off tense, and nothing vague ("in
 * recent years", "today" for nowadays), fiscal, or before the common era is given. The work grows with the text's length alone.
 */
export function findTimes(text: string, anchor: string | null, context: TimeContext = {}): readonly TimeExpression[] {
  if (!mayHoldTime.test(text)) return [];
  const tokens = readTimeTokens(text);
  const found: TimeExpression[] = [];
  let source: TimeSource = {
    tokens,
    anchor: parseDay(anchor),
    recent: context.recent ?? null,
    recentIsHere: false,
    headingYear: context.headingYear ?? null,
  };
  for (let at = 0; at < tokens.length; ) {
    const reading = canOpenTime(textAt(tokens, at)) ? readTime(source, at) : null;
    if (reading === null) {
      at++;
      continue;
    }
    const { next, relative } = reading;
    const { from, to, grain } = reading.interval;
    found.push({ start: tokens[at]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, from, to, grain, relative });
    source = { ...source, recent: { from, to, grain }, recentIsHere: true };
    at = next;
  }
  return found;
}
