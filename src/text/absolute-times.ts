import {
  dayInterval,
  monthsInterval,
  openEnd,
  type TimeInterval,
  yearInterval,
  yearsInterval,
} from "./time-interval.ts";
import { isGlued, type TimeReading, textAt } from "./time-reading.ts";
import type { TimeToken } from "./time-tokens.ts";
import { ordinalOf } from "./time-words.ts";
import { isWholeNumber, isYear, type YearPlace } from "./year-number.ts";

type Tokens = readonly TimeToken[];

/** Longer stretches between two numbers are page ranges and amounts rather than years. */
const maxYearsApart = 300;

/** A time written in figures: an ISO date, years, a decade, a century, an era. Needs nothing but the text. */
export function readAbsolute(tokens: Tokens, at: number, place: YearPlace = {}): TimeReading | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const found =
    token.kind === "digits"
      ? (readNumericDate(tokens, at) ??
        readChineseDate(tokens, at) ??
        readDecade(tokens, at) ??
        readEra(tokens, at) ??
        readYears(tokens, at, place))
      : readApostropheDecade(tokens, at);
  return found ?? readCentury(tokens, at);
}

/** 2020-03-04, 2020/3/4, 2020.03.04 and the month 2020-03. */
function readNumericDate(tokens: Tokens, at: number): TimeReading | null {
  const [year, mark, month] = [textAt(tokens, at), textAt(tokens, at + 1), textAt(tokens, at + 2)];
  if (!/^\d{4}$/u.test(year) || !/^[-/.]$/u.test(mark) || !/^\d{1,2}$/u.test(month)) return null;
  if (!isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return null;
  const hasDay = textAt(tokens, at + 3) === mark && isGlued(tokens, at + 3) && isGlued(tokens, at + 4);
  const length = hasDay ? 5 : 3;
  if (isGlued(tokens, at) && !/^[("'“‘[]$/u.test(textAt(tokens, at - 1))) return null;
  if (isTail(tokens, at + length)) return null;
  if (hasDay && /^\d{1,2}$/u.test(textAt(tokens, at + 4))) {
    const day = Number(textAt(tokens, at + 4));
    return reading(at + 5, dayInterval({ year: Number(year), month: Number(month), day }));
  }
  // "2011-12" runs from one year into the next.
  if (hasDay || mark !== "-" || month.length < 2 || Number(month) === (Number(year) + 1) % 100) return null;
  const exists = Number(month) >= 1 && Number(month) <= 12 && isYear(tokens, at, { length: 3 });
  return exists ? reading(at + 3, monthsInterval(Number(year), Number(month))) : null;
}

/** True where a number goes on, as in a telephone number; a time of day after "T" belongs to a date. */
function isTail(tokens: Tokens, at: number): boolean {
  if (!isGlued(tokens, at)) return false;
  const token = tokens[at] as TimeToken;
  if (token.kind !== "mark") return token.text !== "t";
  return /^[-/.:]$/u.test(token.text) && isGlued(tokens, at + 1) && tokens[at + 1]?.kind !== "mark";
}

/** 2013, 2013-2022, 2013–14, 2013/14, 2013–present. */
function readYears(tokens: Tokens, at: number, place: YearPlace): TimeReading | null {
  const first = Number(textAt(tokens, at));
  const joined = /^[-–—/]$/u.test(textAt(tokens, at + 1));
  if (joined && /^(?:present|now|today)$/u.test(textAt(tokens, at + 2)) && isYear(tokens, at, { expected: true })) {
    return reading(at + 3, { from: `${textAt(tokens, at)}-01-01`, to: openEnd, grain: "range" });
  }
  if (joined && tokens[at + 2]?.kind === "digits") {
    const last = lastYear(
      textAt(tokens, at),
      textAt(tokens, at + 2),
      isGlued(tokens, at + 1) && isGlued(tokens, at + 2),
    );
    if (last !== null && last > first && last - first <= maxYearsApart && isYear(tokens, at, { ...place, length: 3 })) {
      return reading(at + 3, yearsInterval(first, last, "range"));
    }
  }
  return isYear(tokens, at, place) ? reading(at + 1, yearInterval(first)) : null;
}

function lastYear(first: string, written: string, glued: boolean): number | null {
  if (/^(?:1\d|2[01])\d\d$/u.test(written)) return Number(written);
  return glued && written.length === 2 ? Number(first.slice(0, 2) + written) : null;
}

/** 1990s and 1990's; the 1900s are a century, the 2000s ten years. */
function readDecade(tokens: Tokens, at: number): TimeReading | null {
  const digits = textAt(tokens, at);
  if (!/^(?:1\d|20)\d0$/u.test(digits)) return null;
  const next = pluralEnd(tokens, at + 1);
  if (next === null || !isWholeNumber(tokens, at, next - at)) return null;
  const year = Number(digits);
  const isCentury = year % 100 === 0 && year < 2000;
  return reading(next, yearsInterval(year, year + (isCentury ? 99 : 9), isCentury ? "century" : "decade"));
}

/** ’90s. */
function readApostropheDecade(tokens: Tokens, at: number): TimeReading | null {
  const digits = textAt(tokens, at + 1);
  if (!/^['’‘]$/u.test(textAt(tokens, at)) || !/^\d0$/u.test(digits) || !isGlued(tokens, at + 1)) return null;
  const next = isGlued(tokens, at) ? null : pluralEnd(tokens, at + 2);
  if (next === null) return null;
  const year = (Number(digits) >= 20 ? 1900 : 2000) + Number(digits);
  return reading(next, yearsInterval(year, year + 9, "decade"));
}

function pluralEnd(tokens: Tokens, at: number): number | null {
  const s = /^['’]$/u.test(textAt(tokens, at)) && isGlued(tokens, at) ? at + 1 : at;
  return textAt(tokens, s) === "s" && isGlued(tokens, s) ? s + 1 : null;
}

/** "19th century", "nineteenth-century", "the 18th and early 19th centuries". */
function readCentury(tokens: Tokens, at: number): TimeReading | null {
  const first = readCenturyNumber(tokens, at);
  if (first === null) return null;
  // A country's first century is its own.
  if (first.value < 4 && /^(?:s|its|their|our|his|her)$/u.test(textAt(tokens, at - 1))) return null;
  const joined = /^(?:and|or|to|through|-|–|—)$/u.test(textAt(tokens, first.next));
  const skipped = /^(?:the|early|mid|late)$/u.test(textAt(tokens, first.next + 1)) ? 2 : 1;
  const last = (joined ? readCenturyNumber(tokens, first.next + skipped) : null) ?? first;
  const noun = textAt(tokens, last.next) === "-" ? last.next + 1 : last.next;
  if (!/^(?:century|centuries)$/u.test(textAt(tokens, noun)) || /^(?:bc|bce)$/u.test(textAt(tokens, noun + 1)))
    return null;
  const grain = last === first ? "century" : "range";
  return reading(noun + 1, yearsInterval((first.value - 1) * 100 + 1, last.value * 100, grain));
}

/** 1 to 30, as an ordinal. */
function readCenturyNumber(tokens: Tokens, at: number): { readonly next: number; readonly value: number } | null {
  const isDigits = tokens[at]?.kind === "digits";
  if (isDigits && !(isGlued(tokens, at + 1) && /^(?:st|nd|rd|th)$/u.test(textAt(tokens, at + 1)))) return null;
  const twenty = textAt(tokens, at) === "twenty" && textAt(tokens, at + 1) === "-";
  const ordinal = isDigits ? Number(textAt(tokens, at)) : ordinalOf(textAt(tokens, twenty ? at + 2 : at));
  if (ordinal === null) return null;
  const value = ordinal + (twenty ? 20 : 0);
  return value >= 1 && value <= 30 ? { next: at + (isDigits ? 2 : twenty ? 3 : 1), value } : null;
}

/** "79 AD", "476 CE"; years before the era have no place in the calendar used here. */
function readEra(tokens: Tokens, at: number): TimeReading | null {
  if (!/^(?:ad|ce)$/u.test(textAt(tokens, at + 1)) || !tokens[at + 1]?.capital) return null;
  const number = /^\d{1,4}$/u.test(textAt(tokens, at)) && isWholeNumber(tokens, at);
  return number ? reading(at + 2, yearInterval(Number(textAt(tokens, at)))) : null;
}

/** 2013年, 2013年3月, 2013年3月5日, 2013年第一季度. */
function readChineseDate(tokens: Tokens, at: number): TimeReading | null {
  const year = Number(textAt(tokens, at));
  if (textAt(tokens, at + 1) !== "年" || textAt(tokens, at).length !== 4) return null;
  const month = Number(textAt(tokens, at + 2));
  const hasMonth = month >= 1 && month <= 12 && textAt(tokens, at + 3) === "月";
  const quarter = "一二三四".indexOf(textAt(tokens, at + 3)) + 1;
  if (textAt(tokens, at + 2) === "第" && quarter > 0 && textAt(tokens, at + 4) === "季") {
    const next = textAt(tokens, at + 5) === "度" ? at + 6 : at + 5;
    return reading(next, monthsInterval(year, 3 * quarter - 2, { count: 3, grain: "quarter" }));
  }
  if (!hasMonth) return reading(at + 2, yearInterval(year));
  const day = Number(textAt(tokens, at + 4));
  const hasDay = day >= 1 && /^[日号]$/u.test(textAt(tokens, at + 5));
  return hasDay ? reading(at + 6, dayInterval({ year, month, day })) : reading(at + 4, monthsInterval(year, month));
}

function reading(next: number, interval: TimeInterval | null): TimeReading | null {
  return interval === null ? null : { next, interval, relative: false };
}
