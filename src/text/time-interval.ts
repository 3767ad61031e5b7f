/** How coarse a stretch of time was written; a `range` has two ends of its own, or is a week. */
export type TimeGrain = "day" | "month" | "quarter" | "season" | "year" | "decade" | "century" | "range";

/** Days of the Gregorian calendar as `YYYY-MM-DD`, both inclusive, `from` <= `to`; strings compare as dates do. */
export interface TimeInterval {
  readonly from: string;
  /** `openEnd` where the text names no end, as in "since 2014". */
  readonly to: string;
  readonly grain: TimeGrain;
}

/** `month` 1 to 12, `day` 1 to 31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const openEnd = "9999-12-31";

/** Null for anything but a day that exists, written `YYYY-MM-DD`. */
export function parseDay(iso: string | null): CalendarDay | null {
  const found = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return exists({ year, month, day }) ? { year, month, day } : null;
}

export function formatDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Null where the day does not exist; so is every interval below that would leave the years 1 to 9999. */
export function dayInterval(day: CalendarDay): TimeInterval | null {
  return exists(day) ? { from: formatDay(day), to: formatDay(day), grain: "day" } : null;
}

/** `count` whole months from `month`, which may lie outside 1 to 12 and then counts into other years. */
export function monthsInterval(
  year: number,
  month: number,
  { count = 1, grain = "month" }: { readonly count?: number; readonly grain?: TimeGrain } = {},
): TimeInterval | null {
  const first = monthAfter({ year, month: 1, day: 1 }, month - 1);
  const last = monthAfter(first, count - 1);
  return between(first, { ...last, day: daysIn(last.year, last.month) }, grain);
}

export function yearInterval(year: number): TimeInterval | null {
  return monthsInterval(year, 1, { count: 12, grain: "year" });
}

/** From the first day of `from` to the last of `to`; null where `to` is before `from`. */
export function yearsInterval(from: number, to: number, grain: TimeGrain): TimeInterval | null {
  return between({ year: from, month: 1, day: 1 }, { year: to, month: 12, day: 31 }, grain);
}

export function between(from: CalendarDay, to: CalendarDay, grain: TimeGrain): TimeInterval | null {
  const [start, end] = [formatDay(from), formatDay(to)];
  return exists(from) && exists(to) && start <= end ? { from: start, to: end, grain } : null;
}

/** From the beginning of one interval to the end of another; null where that end lies before. */
export function spanning(first: TimeInterval, last: TimeInterval): TimeInterval | null {
  return first.from <= last.to ? { from: first.from, to: last.to, grain: "range" } : null;
}

/** The calendar year that the whole interval lies in, or null. */
export function yearOf({ from, to }: TimeInterval): number | null {
  return from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : null;
}

export function firstDay({ from }: TimeInterval): CalendarDay {
  return { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)), day: Number(from.slice(8)) };
}

/** The same day `count` months on, or the last day of a shorter month. The year may leave 1 to 9999. */
export function monthAfter({ year, month, day }: CalendarDay, count: number): CalendarDay {
  const months = year * 12 + month - 1 + count;
  const there = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return { ...there, day: Math.min(day, daysIn(there.year, there.month)) };
}

export function dayAfter(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(Date.parse(`${formatDay(day)}T00:00:00Z`) + count * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from one day to another, each `YYYY-MM-DD`; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function exists({ year, month, day }: CalendarDay): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
