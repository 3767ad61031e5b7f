import { findTimes, type TimeExpression } from "./time-expressions.ts";
import { parseDay, type TimeInterval, yearOf } from "./time-interval.ts";

export interface DatedText {
  /** Sentences of one paragraph or chunk, in reading order. */
  readonly sentences: readonly string[];
  /** The title and the headings above them, outermost first. */
  readonly headings: readonly string[];
  /** The day of publication, `YYYY-MM-DD`; where it is null, a full date in a heading takes its place. */
  readonly date: string | null;
}

/**
 * The times of each sentence, with the offsets of `findTimes`. A time in one sentence is what the next may lean on;
 * the nearest heading with a single year lends it to a month that has none.
 */
export function sentenceTimes({ sentences, headings, date }: DatedText): readonly (readonly TimeExpression[])[] {
  const written = headings.flatMap((heading) => findTimes(heading, null));
  const anchor = parseDay(date) === null ? (written.findLast(({ grain }) => grain === "day")?.from ?? null) : date;
  const headingYear = written.map(yearOf).findLast((year) => year !== null) ?? null;
  let recent: TimeInterval | null = null;
  return sentences.map((sentence) => {
    const times = findTimes(sentence, anchor, { recent, headingYear });
    recent = times.at(-1) ?? recent;
    return times;
  });
}
