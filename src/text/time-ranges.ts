import { readDated, readWholeYear } from "./dated-times.ts";
import { readRelative } from "./relative-times.ts";
import { formatDay, openEnd, spanning, yearOf } from "./time-interval.ts";
import { type TimeReading, type TimeSource, textAt } from "./time-reading.ts";
import { weekdayOf } from "./time-words.ts";
import { readTold } from "./told-times.ts";
import { readPart } from "./year-parts.ts";

/** The time that begins at token `at`, with what joins it to a second one: "from 2013 to 2022", "since March 2020". */
export function readTime(source: TimeSource, at: number): TimeReading | null {
  if (textAt(source.tokens, at) === "since") return readSince(source, at);
  const first = readPoint(source, at);
  return first === null ? null : (readUpTo(source, at, first) ?? first);
}

function readPoint(source: TimeSource, at: number): TimeReading | null {
  return readTold(source, at) ?? readDated(source, at) ?? readRelative(source, at) ?? readWholeYear(source, at);
}

function readSince(source: TimeSource, at: number): TimeReading | null {
  const then = readTold(source, at);
  if (then !== null) return then;
  const article = textAt(source.tokens, at + 1) === "the" ? 1 : 0;
  const from = readPoint(source, at + 1) ?? (article === 1 ? readPoint(source, at + 2) : null);
  if (from === null) return null;
  // "since the last ten years" means those ten years.
  if (source.anchor !== null && from.interval.to === formatDay(source.anchor)) return from;
  return { ...from, interval: { from: from.interval.from, to: openEnd, grain: "range" } };
}

/** A second time after "to", "until" or a dash; after "and" where "between" opened it. */
function readUpTo(source: TimeSource, at: number, first: TimeReading): TimeReading | null {
  const { tokens } = source;
  const joint = textAt(tokens, first.next);
  const isOpen = textAt(tokens, at - 1) === "between" || textAt(tokens, at - 2) === "between";
  if (!(joint === "and" ? isOpen : /^(?:-|–|—|to|through|until|till)$/u.test(joint))) return null;
  const article = textAt(tokens, first.next + 1) === "the" ? 1 : 0;
  const weekday = weekdayOf(textAt(tokens, first.next + 1)) === null ? 0 : 1;
  const comma = weekday === 1 && textAt(tokens, first.next + 2) === "," ? 1 : 0;
  const second = first.next + 1 + article + weekday + comma;
  if (article === 1 && textAt(tokens, second) === "present") {
    return { ...first, next: second + 1, interval: { ...first.interval, to: openEnd, grain: "range" } };
  }
  const told = { ...source, recent: first.interval };
  const last = readSecond(told, second, first);
  const interval = last === null ? null : spanning(first.interval, last.interval);
  return last === null || interval === null
    ? null
    : { next: last.next, interval, relative: first.relative || last.relative };
}

/** A year beside a year, or a part of a year, whose year may be the first one's. */
function readSecond(source: TimeSource, at: number, first: TimeReading): TimeReading | null {
  const whole = readWholeYear(source, at, true) ?? readDated(source, at) ?? readRelative(source, at);
  if (whole !== null) return whole;
  const part = readPart(source.tokens, at);
  const year = yearOf(first.interval);
  const interval = part === null || year === null ? null : part.inYear(year);
  return part === null || interval === null ? null : { next: part.next, interval, relative: first.relative };
}
