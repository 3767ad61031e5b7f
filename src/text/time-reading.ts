import type { CalendarDay, TimeInterval } from "./time-interval.ts";
import type { TimeToken } from "./time-tokens.ts";

/** What a rule may look at beside the place it starts from. */
export interface TimeSource {
  readonly tokens: readonly TimeToken[];
  /** The day that the text was published. */
  readonly anchor: CalendarDay | null;
  /** The nearest time before this place in running text. */
  readonly recent: TimeInterval | null;
  /** `recent` stands in this very text, not in one before it. */
  readonly recentIsHere: boolean;
  /** The year that a title or heading above the text names. */
  readonly headingYear: number | null;
}

/** A stretch of time, written out up to, not including, token `next`. */
export interface TimeReading {
  readonly next: number;
  readonly interval: TimeInterval;
  /** What it means depends on the publication date or on an earlier time. */
  readonly relative: boolean;
}

/** A year by number or by "this", "last", "the same". */
export interface YearReading {
  readonly next: number;
  readonly year: number;
  readonly relative: boolean;
}

/** A day, month, quarter, half or season that still lacks its year. */
export interface PartReading {
  readonly next: number;
  readonly grain: "day" | "month" | "quarter" | "season" | "range";
  /** Null where the year lacks it, as 29 February. */
  readonly inYear: (year: number) => TimeInterval | null;
}

/** The word or mark at `at`, lower case; empty beyond either end. */
export function textAt(tokens: readonly TimeToken[], at: number): string {
  return tokens[at]?.text ?? "";
}

export function isGlued(tokens: readonly TimeToken[], at: number): boolean {
  return tokens[at]?.glued ?? false;
}
