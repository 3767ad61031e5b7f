import { readAbsolute } from "./absolute-times.ts";
import {
  type CalendarDay,
  daysBetween,
  firstDay,
  formatDay,
  monthsInterval,
  type TimeInterval,
  yearInterval,
  yearOf,
} from "./time-interval.ts";
import {
  isGlued,
  type PartReading,
  type TimeReading,
  type TimeSource,
  textAt,
  type YearReading,
} from "./time-reading.ts";
import { weekdayOf } from "./time-words.ts";
import { readPart, readParts } from "./year-parts.ts";
import { readYear } from "./year-readings.ts";

/** An occurrence that ended longer ago is not taken for the one that a bare month means. */
const maxDaysAgo = 200;
/** Within this many days before publication a day without a year is news, whatever year was told before. */
const maxDaysOfNews = 92;
/** Bounds on how far a list is followed: parts of it, and words and marks between two parts. */
const maxListed = 6;
const maxJoints = 5;

type Modifier = "early" | "middle" | "late" | "start" | "end";

/** A year with or without a part of it: "March 2020", "June last year", "the end of 2025", "early 2020", "In March". */
export function readDated(source: TimeSource, at: number): TimeReading | null {
  const modifier = readModifier(source, at);
  if (modifier !== null) {
    const found =
      readPartOfYear(source, modifier.next) ??
      readWholeYear(source, modifier.next, true) ??
      readLongTime(source, modifier.next) ??
      readBarePart(source, modifier.next, true);
    if (found !== null) return { ...found, interval: narrow(found.interval, modifier.kind) };
  }
  return readPartOfYear(source, at) ?? readYearThenPart(source, at) ?? readBarePart(source, at, false);
}

function readPartOfYear(source: TimeSource, at: number): TimeReading | null {
  const { tokens } = source;
  return withYear(source, readParts(tokens, at)) ?? withYear(source, readPart(tokens, at));
}

function withYear(source: TimeSource, part: PartReading | null): TimeReading | null {
  if (part === null) return null;
  const { tokens } = source;
  const mark = textAt(tokens, part.next);
  const bound = /^(?:,|of|in)$/u.test(mark);
  const year = readYear(source, bound ? part.next + 1 : part.next, { afterPart: true });
  if (year === null) return null;
  const interval = part.inYear(year.year);
  return interval === null ? null : { next: year.next, interval, relative: year.relative };
}

/** A year by itself, relative ones included. */
export function readWholeYear(source: TimeSource, at: number, afterPart = false): TimeReading | null {
  const written = readAbsolute(source.tokens, at, { expected: afterPart });
  if (written !== null) return written;
  const year = readYear(source, at, { afterPart });
  const interval = year === null ? null : yearInterval(year.year);
  return year === null || interval === null ? null : { next: year.next, interval, relative: year.relative };
}

/** "the 1990s", "the 19th century" after "early" or "the end of". */
function readLongTime({ tokens }: TimeSource, at: number): TimeReading | null {
  const found = textAt(tokens, at) === "the" ? readAbsolute(tokens, at + 1) : null;
  // "the end of the 2013 season" is not the end of 2013.
  return found?.interval.grain === "year" ? null : found;
}

/** "2023 Q1", "2023 first quarter", "last year's first quarter". */
function readYearThenPart(source: TimeSource, at: number): TimeReading | null {
  const { tokens } = source;
  const expected = /^(?:q|h|first|second|third|fourth)$/u.test(textAt(tokens, at + 1));
  const year = readYear(source, at, { afterPart: expected });
  if (year === null) return null;
  const possessive = /^['’]$/u.test(textAt(tokens, year.next)) && textAt(tokens, year.next + 1) === "s";
  if (!possessive && !expected) return null;
  const part = readPart(tokens, year.next + (possessive ? 2 : 0));
  const interval = part?.inYear(year.year) ?? null;
  return part === null || interval === null ? null : { next: part.next, interval, relative: year.relative };
}

/** A part whose year stands elsewhere: earlier in the text, in a heading, or in the date of publication. */
function readBarePart(source: TimeSource, at: number, modified: boolean): TimeReading | null {
  const { tokens } = source;
  const first = readPart(tokens, at);
  if (first === null) return null;
  const before = textAt(tokens, at - 1);
  const both = before === "from" ? readParts(tokens, at) : null;
  const part = both ?? first;
  const isMonth =
    first.grain === "month" &&
    (modified ||
      (tokens[at]?.capital === true &&
        (leadsMonth.test(before) || (before === "of" && textAt(tokens, at - 2) === "month"))));
  const isQuarter =
    first.grain === "quarter" &&
    (modified || (before === "the" && /^(?:of|in|during|for|from|since|by)$/u.test(textAt(tokens, at - 2))));
  if (first.grain !== "day" && !isMonth && !isQuarter) return null;
  // A year that could not be read after it, fiscal or of another era, is not replaced by another.
  if (
    /^(?:of|fy|fiscal|\d{3,4})$/u.test(textAt(tokens, part.next)) ||
    (textAt(tokens, part.next) === "-" && isGlued(tokens, part.next))
  )
    return null;
  const shared = readSharedYear(source, part.next);
  const interval = shared === null ? placePart(source, part) : part.inYear(shared.year);
  return interval === null ? null : { next: part.next, interval, relative: shared?.relative ?? true };
}

/** The year at the end of a list or a range that begins here: "March 3, April 5 and May 7, 2020". */
function readSharedYear(source: TimeSource, from: number): YearReading | null {
  const { tokens } = source;
  let at = from;
  for (let parts = 0; parts < maxListed; parts++) {
    const begin = at;
    while (at < begin + maxJoints && isJoint(textAt(tokens, at))) at++;
    const part = at === begin ? null : readPart(tokens, at);
    if (part === null) return null;
    const year = readYear(source, textAt(tokens, part.next) === "," ? part.next + 1 : part.next, { afterPart: true });
    if (year !== null) return year;
    at = part.next;
  }
  return null;
}

function isJoint(word: string): boolean {
  return /^(?:,|and|or|to|until|till|through|-|–|—|&|on|the)$/u.test(word) || weekdayOf(word) !== null;
}

const leadsMonth = /^(?:in|since|by|until|till|from|to|during|before|after|through|mid|early|late|for|between)$/u;

/**
 * A year told in the same sentence comes first. One from an earlier sentence gives way where the publication date makes
 * a day recent news: a report leaves the year out of those. Then comes a heading, and the date of publication last.
 */
function placePart(source: TimeSource, part: PartReading): TimeInterval | null {
  const { recent, recentIsHere, headingYear, anchor } = source;
  const spoken = recent === null ? null : yearOf(recent);
  if (spoken !== null && recentIsHere) return part.inYear(spoken);
  const maxDays = spoken === null && headingYear === null ? maxDaysAgo : part.grain === "day" ? maxDaysOfNews : -1;
  const latest = anchor === null || maxDays < 0 ? null : latestBefore(formatDay(anchor), anchor.year, part);
  if (latest !== null && daysBetween(latest.to, formatDay(anchor as CalendarDay)) <= maxDays) return latest;
  const year = spoken ?? headingYear;
  return year === null ? null : part.inYear(year);
}

function latestBefore(today: string, thisYear: number, part: PartReading): TimeInterval | null {
  const now = part.inYear(thisYear);
  return now !== null && now.from <= today ? now : part.inYear(thisYear - 1);
}

function readModifier({ tokens }: TimeSource, at: number): { readonly next: number; readonly kind: Modifier } | null {
  const word = textAt(tokens, at);
  const next = textAt(tokens, at + 1);
  if (/^(?:early|late|mid|middle)$/u.test(word)) {
    const kind = word === "early" || word === "late" ? word : "middle";
    return { next: at + (/^(?:-|in|of)$/u.test(next) ? 2 : 1), kind };
  }
  if (!/^(?:end|start|beginning)$/u.test(word) || next !== "of") return null;
  return { next: at + 2, kind: word === "end" ? "end" : "start" };
}

/** Of a year, "start" and "end" are its first and last month, "early", "mid" and "late" a third of it each. */
function narrow(interval: TimeInterval, modifier: Modifier): TimeInterval {
  const year = yearOf(interval);
  if (interval.grain === "quarter" && year !== null && (modifier === "start" || modifier === "end")) {
    const { month } = firstDay(interval);
    return monthsInterval(year, modifier === "start" ? month : month + 2) ?? interval;
  }
  if (interval.grain !== "year" || year === null) return interval;
  if (modifier === "start" || modifier === "end")
    return monthsInterval(year, modifier === "start" ? 1 : 12) ?? interval;
  const first = { early: 1, middle: 5, late: 9 }[modifier];
  return monthsInterval(year, first, { count: 4, grain: "range" }) ?? interval;
}
