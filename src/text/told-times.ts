import { readLater } from "./relative-times.ts";
import { between, firstDay, monthAfter, openEnd, type TimeInterval, yearOf } from "./time-interval.ts";
import { type TimeReading, type TimeSource, textAt } from "./time-reading.ts";
import { readYear } from "./year-readings.ts";

/** A time by what was told before it: "the same period last year", "that month", "a year later", "since then". */
export function readTold(source: TimeSource, at: number): TimeReading | null {
  return readSamePeriod(source, at) ?? readSameUnit(source, at) ?? readSinceThen(source, at) ?? readLater(source, at);
}

/** "the same period (of) last year" is the stretch told before, moved to that year; without one, that whole year. */
function readSamePeriod(source: TimeSource, at: number): TimeReading | null {
  const { tokens, recent } = source;
  if (!/^(?:same|this|that)$/u.test(textAt(tokens, at))) return null;
  if (!/^(?:period|month|quarter|time|day)$/u.test(textAt(tokens, at + 1))) return null;
  const of = /^(?:of|in)$/u.test(textAt(tokens, at + 2)) ? at + 3 : at + 2;
  const year = textAt(tokens, at) === "same" ? readYear(source, of, { afterPart: true }) : null;
  if (year !== null && recent !== null && recent.grain !== "year" && yearOf(recent) !== null) {
    const moved = movedTo(recent, year.year);
    return moved === null ? null : { next: year.next, interval: moved, relative: true };
  }
  if (textAt(tokens, at + 1) !== "period" || recent === null || year !== null) return null;
  if (textAt(tokens, at) !== "same" && !/^(?:in|during|over|throughout|within)$/u.test(textAt(tokens, at - 1)))
    return null;
  return recent.to === openEnd ? null : { next: at + 2, interval: recent, relative: true };
}

function movedTo(interval: TimeInterval, year: number): TimeInterval | null {
  const months = 12 * (year - firstDay(interval).year);
  const last = firstDay({ ...interval, from: interval.to });
  const to = monthAfter(last, months);
  // The last day of a month stays one.
  const isMonthEnd = monthAfter({ ...last, day: 31 }, 0).day === last.day;
  return between(
    monthAfter(firstDay(interval), months),
    isMonthEnd ? monthAfter({ ...last, day: 31 }, months) : to,
    interval.grain,
  );
}

/** "that month", "the same quarter", "that decade". */
function readSameUnit({ tokens, recent }: TimeSource, at: number): TimeReading | null {
  if (recent === null || !/^(?:that|same)$/u.test(textAt(tokens, at))) return null;
  const matches = textAt(tokens, at + 1) === recent.grain;
  return matches ? { next: at + 2, interval: recent, relative: true } : null;
}

function readSinceThen({ tokens, recent }: TimeSource, at: number): TimeReading | null {
  if (recent === null || textAt(tokens, at) !== "since" || textAt(tokens, at + 1) !== "then") return null;
  return { next: at + 2, interval: { from: recent.from, to: openEnd, grain: "range" }, relative: true };
}
