import {
  between,
  type CalendarDay,
  dayAfter,
  dayInterval,
  firstDay,
  monthAfter,
  monthsInterval,
  type TimeInterval,
  yearInterval,
  yearsInterval,
} from "./time-interval.ts";
import { type TimeReading, type TimeSource, textAt } from "./time-reading.ts";
import { cardinalOf, isClearMonth, monthOf, seasonOf, type TimeUnit, unitOf, weekdayOf } from "./time-words.ts";
import { isWholeNumber } from "./year-number.ts";

/** A time by its distance from the day of publication: "last month", "two years ago", "over the past 9 years". */
export function readRelative(source: TimeSource, at: number): TimeReading | null {
  const { anchor } = source;
  if (anchor === null) return null;
  return (
    readNearDay(source, at, anchor) ??
    readPastUnits(source, at, anchor) ??
    readUnit(source, at, anchor) ??
    readNamed(source, at, anchor) ??
    readAgo(source, at, anchor)
  );
}

function readNearDay({ tokens }: TimeSource, at: number, anchor: CalendarDay): TimeReading | null {
  const word = textAt(tokens, at);
  const next = textAt(tokens, at + 1);
  if (word === "tonight") return reading(at + 1, dayInterval(anchor));
  if (word === "this" && /^(?:morning|afternoon|evening)$/u.test(next)) return reading(at + 2, dayInterval(anchor));
  if (word === "last" && next === "night") return reading(at + 2, dayInterval(dayAfter(anchor, -1)));
  if (word === "day" && (next === "before" || next === "after")) {
    const near = textAt(tokens, at + 2);
    if (next === "before" && near === "yesterday") return reading(at + 3, dayInterval(dayAfter(anchor, -2)));
    if (next === "after" && near === "tomorrow") return reading(at + 3, dayInterval(dayAfter(anchor, 2)));
  }
  if (word === "yesterday") return reading(at + 1, dayInterval(dayAfter(anchor, -1)));
  return word === "tomorrow" ? reading(at + 1, dayInterval(dayAfter(anchor, 1))) : null;
}

/** "the past nine years", "the next 3 months", "the last decade", "the past year": up to or from the anchor. */
function readPastUnits({ tokens }: TimeSource, at: number, anchor: CalendarDay): TimeReading | null {
  const article = textAt(tokens, at) === "the";
  const word = at + (article ? 1 : 0);
  const direction = directionOf(textAt(tokens, word));
  if (direction === 0) return null;
  const count = readCount(tokens, word + 1);
  const noun = count?.next ?? word + 1;
  const unit = unitOf(textAt(tokens, noun));
  if (unit === null || textAt(tokens, noun + 1) === "of") return null;
  if (count === null) {
    const singular = textAt(tokens, noun) === unit;
    const past = textAt(tokens, word) === "past";
    // "last year" and "last month" are the calendar's; "the last year" and any decade count back from now.
    const counted = past || unit === "decade" || (article && direction < 0 && unit !== "century" && unit !== "quarter");
    if (!singular || !counted) return null;
  }
  const far = shift(anchor, unit, direction * (count?.value ?? 1));
  const interval = direction < 0 ? between(far, anchor, "range") : between(anchor, far, "range");
  return reading(noun + 1, interval);
}

function directionOf(word: string): -1 | 0 | 1 {
  if (word === "past" || word === "last" || word === "recent") return -1;
  return word === "next" || word === "coming" || word === "following" ? 1 : 0;
}

/** "this month", "last week", "next quarter", "last century". Years are read elsewhere. */
function readUnit(source: TimeSource, at: number, anchor: CalendarDay): TimeReading | null {
  const { tokens } = source;
  const step = stepOf(textAt(tokens, at));
  const word = textAt(tokens, at + 1);
  const unit = unitOf(word);
  if (step === null || unit === null || word !== unit || /^(?:of|-)$/u.test(textAt(tokens, at + 2))) return null;
  // "the last month" counts back; "the next month" follows something told before.
  if (textAt(tokens, at - 1) === "the" && step !== 0) return null;
  return reading(at + 2, unitInterval(shift(anchor, unit, step), unit));
}

/** The whole unit of the calendar that holds a day; null for the day itself and for the year. */
function unitInterval(day: CalendarDay, unit: TimeUnit): TimeInterval | null {
  const { year, month } = day;
  if (unit === "month") return monthsInterval(year, month);
  if (unit === "quarter") return monthsInterval(year, 3 * Math.ceil(month / 3) - 2, { count: 3, grain: "quarter" });
  if (unit === "week") {
    const monday = dayAfter(day, -((weekdayNumber(day) + 6) % 7));
    return between(monday, dayAfter(monday, 6), "range");
  }
  if (unit === "decade") return yearsInterval(year - (year % 10), year - (year % 10) + 9, "decade");
  const century = Math.ceil(year / 100);
  return unit === "century" ? yearsInterval(century * 100 - 99, century * 100, "century") : null;
}

/** "last June", "next spring", "this winter", "last Friday". */
function readNamed({ tokens }: TimeSource, at: number, anchor: CalendarDay): TimeReading | null {
  const step = stepOf(textAt(tokens, at));
  const token = tokens[at + 1];
  if (step === null || token === undefined || textAt(tokens, at) === "current") return null;
  const weekday = weekdayOf(token.text);
  if (weekday !== null && token.capital && step !== 0) {
    const distance = (weekday - weekdayNumber(anchor) + 7) % 7;
    return reading(at + 2, dayInterval(dayAfter(anchor, step > 0 ? distance || 7 : distance - 7)));
  }
  const month = token.capital && isClearMonth(token.text, true) ? monthOf(token.text) : null;
  const season = month === null && !/^(?:of|to)$/u.test(textAt(tokens, at + 2)) ? seasonOf(token.text) : null;
  const start = month ?? season;
  if (start === null || (season !== null && (token.capital || token.text === "fall"))) return null;
  const count = month === null ? 3 : 1;
  const grain = month === null ? "season" : "month";
  const inYear = (year: number) => monthsInterval(year, start, { count, grain });
  if (step === 0) return reading(at + 2, inYear(anchor.year));
  const today = `${dayInterval(anchor)?.from}`;
  const years = [-2, -1, 0, 1].map((offset) => inYear(anchor.year + offset)).filter((each) => each !== null);
  const found = step < 0 ? years.findLast(({ to }) => to < today) : years.find(({ from }) => from > today);
  return found === undefined ? null : reading(at + 2, found);
}

/** "two years ago", "a month ago"; not "more than two years ago", which names no year. */
function readAgo({ tokens }: TimeSource, at: number, anchor: CalendarDay): TimeReading | null {
  const count = readCount(tokens, at);
  if (count === null || /^(?:than|over|half|nearly|almost|-)$/u.test(textAt(tokens, at - 1))) return null;
  const unit = unitOf(textAt(tokens, count.next));
  if (unit === null || unit === "century" || textAt(tokens, count.next + 1) !== "ago") return null;
  const day = shift(anchor, unit, -count.value);
  const next = count.next + 2;
  if (unit === "day") return reading(next, dayInterval(day));
  if (unit === "year" || unit === "decade") return reading(next, yearInterval(day.year));
  return reading(next, unitInterval(day, unit));
}

/** "two years later", "a month earlier": counted from the time told before, and only as far as that is exact. */
export function readLater({ tokens, recent }: TimeSource, at: number): TimeReading | null {
  const count = recent === null ? null : readCount(tokens, at);
  if (
    count === null ||
    recent === null ||
    recent.grain === "range" ||
    /^(?:than|over|half|nearly|almost|-)$/u.test(textAt(tokens, at - 1))
  )
    return null;
  // "in 1931, six years later" says what 1931 is.
  if (/^[,(]$/u.test(textAt(tokens, at - 1)) && tokens[at - 2]?.kind === "digits") return null;
  const unit = unitOf(textAt(tokens, count.next));
  const word = textAt(tokens, count.next + 1);
  const direction = word === "later" || word === "afterwards" ? 1 : word === "earlier" ? -1 : 0;
  if (unit === null || direction === 0 || recent.from.slice(0, 4) !== recent.to.slice(0, 4)) return null;
  const day = shift(firstDay(recent), unit, direction * count.value);
  const next = count.next + 2;
  if (unit === "year") return reading(next, yearInterval(day.year));
  if (unit === "month" && (recent.grain === "month" || recent.grain === "day"))
    return reading(next, unitInterval(day, unit));
  return unit === "day" && recent.grain === "day" ? reading(next, dayInterval(day)) : null;
}

/** A number of units up to 999, in digits or words. */
function readCount(tokens: TimeSource["tokens"], at: number): { readonly next: number; readonly value: number } | null {
  const word = textAt(tokens, at);
  if (tokens[at]?.kind === "digits") {
    return word.length <= 3 && isWholeNumber(tokens, at) ? { next: at + 1, value: Number(word) } : null;
  }
  const value = cardinalOf(word);
  if (value === null) return null;
  const one = value >= 20 && textAt(tokens, at + 1) === "-" ? cardinalOf(textAt(tokens, at + 2)) : null;
  return one !== null && one < 10 ? { next: at + 3, value: value + one } : { next: at + 1, value };
}

function stepOf(word: string): -1 | 0 | 1 | null {
  if (word === "this" || word === "current") return 0;
  return word === "last" ? -1 : word === "next" ? 1 : null;
}

function shift(day: CalendarDay, unit: TimeUnit, count: number): CalendarDay {
  if (unit === "day" || unit === "week") return dayAfter(day, count * (unit === "week" ? 7 : 1));
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  return monthAfter(day, count * months);
}

/** 0 for Sunday. */
function weekdayNumber(day: CalendarDay): number {
  return new Date(`${dayInterval(day)?.from}T00:00:00Z`).getUTCDay();
}

function reading(next: number, interval: TimeInterval | null): TimeReading | null {
  return interval === null ? null : { next, interval, relative: true };
}
