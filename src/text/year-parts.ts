import { between, dayInterval, monthsInterval, spanning } from "./time-interval.ts";
import { isGlued, type PartReading, textAt } from "./time-reading.ts";
import type { TimeToken } from "./time-tokens.ts";
import { cardinalOf, isClearMonth, monthOf, ordinalOf, seasonOf } from "./time-words.ts";

type Tokens = readonly TimeToken[];

/** A part of a year that is named without its year: "3 March", "March", "Q1", "the first half", "spring". */
export function readPart(tokens: Tokens, at: number): PartReading | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return null;
  if (token.kind === "digits") return readDayFirst(tokens, at) ?? readOrdinalPart(tokens, at);
  return (
    readMonthFirst(tokens, at) ?? readShortPart(tokens, at) ?? readOrdinalPart(tokens, at) ?? readSeason(tokens, at)
  );
}

function readMonthFirst(tokens: Tokens, at: number): PartReading | null {
  const month = monthOf(textAt(tokens, at));
  if (month === null) return null;
  const clear = isClearMonth(textAt(tokens, at), tokens[at]?.capital ?? false);
  const next = textAt(tokens, at + 1) === "." && !clear ? at + 2 : at + 1;
  const day = readDay(tokens, next);
  if (day !== null) {
    const last = readLastDay(tokens, day.next, day.value);
    // "it may 5 times out of 9" is no date.
    if (!clear && tokens[at]?.capital !== true && !leadsToYear(tokens, last?.next ?? day.next)) return null;
    return { next: last?.next ?? day.next, grain: "day", inYear: days(month, day.value, last?.value) };
  }
  const dated = /^\d{4}$/u.test(textAt(tokens, next)) || /^(?:last|this|next|of)$/u.test(textAt(tokens, next));
  return clear || dated
    ? { next: clear ? at + 1 : next, grain: "month", inYear: (year) => monthsInterval(year, month) }
    : null;
}

function readDayFirst(tokens: Tokens, at: number): PartReading | null {
  const day = readDay(tokens, at);
  if (day === null) return null;
  const last = readLastDay(tokens, day.next, day.value);
  const of = last?.next ?? day.next;
  const named = textAt(tokens, of) === "of" ? of + 1 : of;
  const month = monthOf(textAt(tokens, named));
  if (month === null || (isGlued(tokens, named) && named === of)) return null;
  const capital = tokens[named]?.capital ?? false;
  // "12 may apply" is no day of a month.
  if (!capital && !isClearMonth(textAt(tokens, named), capital) && !leadsToYear(tokens, named + 1)) return null;
  const shortened = textAt(tokens, named).length < 5 && textAt(tokens, named + 1) === ".";
  const isShort = shortened && tokens[named + 2]?.kind === "digits";
  return { next: named + (isShort ? 2 : 1), grain: "day", inYear: days(month, day.value, last?.value) };
}

function leadsToYear(tokens: Tokens, at: number): boolean {
  return /^\d{4}$/u.test(textAt(tokens, textAt(tokens, at) === "," ? at + 1 : at));
}

function days(month: number, day: number, last: number | undefined): PartReading["inYear"] {
  return (year) =>
    last === undefined
      ? dayInterval({ year, month, day })
      : between({ year, month, day }, { year, month, day: last }, "range");
}

/** 1 to 31 with or without its ordinal ending. */
function readDay(tokens: Tokens, at: number): { readonly next: number; readonly value: number } | null {
  const value = Number(textAt(tokens, at));
  if (tokens[at]?.kind !== "digits" || textAt(tokens, at).length > 2 || value < 1 || value > 31) return null;
  const ordinal = isGlued(tokens, at + 1) && /^(?:st|nd|rd|th)$/u.test(textAt(tokens, at + 1));
  const next = at + (ordinal ? 2 : 1);
  const after = tokens[next];
  // A decimal, a time of day, a percentage.
  const spoiled =
    after !== undefined &&
    (after.text === "%" ||
      (after.glued &&
        ((after.kind === "word" && !ordinal) ||
          (/^[.:,/]$/u.test(after.text) && isGlued(tokens, next + 1) && tokens[next + 1]?.kind === "digits"))));
  const spoiledBefore = isGlued(tokens, at) && /^[.,:/$€£¥#]$/u.test(textAt(tokens, at - 1));
  return spoiled || spoiledBefore ? null : { next, value };
}

function readLastDay(
  tokens: Tokens,
  at: number,
  first: number,
): { readonly next: number; readonly value: number } | null {
  if (!/^(?:-|–|—|to)$/u.test(textAt(tokens, at))) return null;
  const last = readDay(tokens, at + 1);
  return last !== null && last.value > first ? last : null;
}

/** Q1 to Q4, H1 and H2. */
function readShortPart(tokens: Tokens, at: number): PartReading | null {
  const letter = textAt(tokens, at);
  if ((letter !== "q" && letter !== "h") || !isGlued(tokens, at + 1)) return null;
  const number = Number(textAt(tokens, at + 1));
  const parts = letter === "q" ? 4 : 2;
  if (
    !(number >= 1 && number <= parts) ||
    isGlued(tokens, at) ||
    (isGlued(tokens, at + 2) && tokens[at + 2]?.kind === "word")
  )
    return null;
  return { next: at + 2, ...share(number, parts) };
}

/** "first quarter", "2nd half", "first three quarters", "first nine months". */
function readOrdinalPart(tokens: Tokens, at: number): PartReading | null {
  const digits =
    tokens[at]?.kind === "digits" && isGlued(tokens, at + 1) && /^(?:st|nd|rd|th)$/u.test(textAt(tokens, at + 1));
  const word = textAt(tokens, at);
  const last = word === "last" || word === "final";
  const ordinal = digits ? Number(word) : ordinalOf(word);
  const noun = at + (digits ? 2 : 1);
  if (ordinal === null && !last) return null;
  const unit = textAt(tokens, noun);
  if (unit === "quarter" || unit === "half") {
    const parts = unit === "quarter" ? 4 : 2;
    // "last quarter" by itself is the one before the present one.
    if (last && textAt(tokens, noun + 1) !== "of") return null;
    const number = last ? parts : (ordinal as number);
    return number >= 1 && number <= parts ? { next: noun + 1, ...share(number, parts) } : null;
  }
  const count = tokens[noun]?.kind === "digits" ? Number(unit) : cardinalOf(unit);
  const plural = textAt(tokens, noun + 1);
  const size = plural === "months" ? 1 : plural === "quarters" ? 3 : 0;
  if (size === 0 || count === null || count < 2 || count * size > 12 || (ordinal !== 1 && !last)) return null;
  if (last && textAt(tokens, noun + 2) !== "of") return null;
  const start = last ? 13 - count * size : 1;
  return {
    next: noun + 2,
    grain: "range",
    inYear: (year) => monthsInterval(year, start, { count: count * size, grain: "range" }),
  };
}

function share(number: number, parts: 2 | 4): Pick<PartReading, "grain" | "inYear"> {
  const count = 12 / parts;
  const grain = parts === 4 ? "quarter" : "range";
  return { grain, inYear: (year) => monthsInterval(year, (number - 1) * count + 1, { count, grain }) };
}

/** Only with a year right after it: "spring" alone may be a source, "fall" a decline, "Summer Palace" a name. */
function readSeason(tokens: Tokens, at: number): PartReading | null {
  const month = seasonOf(textAt(tokens, at));
  if (month === null) return null;
  const of = textAt(tokens, at + 1) === "of" ? at + 2 : at + 1;
  const year = textAt(tokens, of) === "the" ? of + 1 : of;
  const dated = /^\d{4}$/u.test(textAt(tokens, year)) || /^(?:this|last|next|same)$/u.test(textAt(tokens, year));
  if (!dated) return null;
  return { next: at + 1, grain: "season", inYear: (y) => monthsInterval(y, month, { count: 3, grain: "season" }) };
}

/** "March to May", "3 March and 5 April": two parts that share the year which follows. */
export function readParts(tokens: Tokens, at: number): PartReading | null {
  const first = readPart(tokens, at);
  if (first === null) return null;
  if (!/^(?:-|–|—|to|through|until|till|and|&)$/u.test(textAt(tokens, first.next))) return first;
  // "3 March and 5 April 2020" are two days, not the time between them.
  if (/^(?:and|&)$/u.test(textAt(tokens, first.next)) && first.grain === "day") return first;
  const article = textAt(tokens, first.next + 1) === "the" ? 1 : 0;
  const last = readPart(tokens, first.next + 1 + article);
  if (last === null) return first;
  const inYear = (year: number) => {
    const end = last.inYear(year);
    const start = first.inYear(year);
    if (start === null || end === null) return null;
    if (start.from <= end.from) return spanning(start, end);
    const before = first.inYear(year - 1);
    return before === null ? null : spanning(before, end);
  };
  return { next: last.next, grain: "range", inYear };
}
