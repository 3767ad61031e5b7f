import { yearOf } from "./time-interval.ts";
import { type TimeSource, textAt, type YearReading } from "./time-reading.ts";
import { isYear } from "./year-number.ts";

/** Years that are not the calendar's: "in her last year", "this fiscal year" never gets here. */
const ownYear = /^(?:his|her|their|our|its|my|your|school|academic|fiscal|financial|tax|grade)$/u;

/**
 * A year by number or by its distance: "2022", "this year", "the previous year", "that year". `afterPart` says that a
 * month, a quarter or an "end of" stands before it, where a bare "the year" means the one that is spoken of.
 */
export function readYear(source: TimeSource, at: number, { afterPart = false } = {}): YearReading | null {
  const { tokens } = source;
  if (textAt(tokens, at) === "the" && textAt(tokens, at + 1) === "year" && isYear(tokens, at + 2, { expected: true })) {
    return { next: at + 3, year: Number(textAt(tokens, at + 2)), relative: false };
  }
  if (tokens[at]?.kind === "digits") {
    return isYear(tokens, at, { expected: afterPart })
      ? { next: at + 1, year: Number(textAt(tokens, at)), relative: false }
      : null;
  }
  const article = textAt(tokens, at) === "the";
  const word = at + (article ? 1 : 0);
  if (article && afterPart && textAt(tokens, word) === "year" && textAt(tokens, word + 1) !== "of") {
    const year = spokenYear(source) ?? source.anchor?.year ?? null;
    return year === null ? null : { next: word + 1, year, relative: true };
  }
  if (textAt(tokens, word + 1) !== "year" || /^(?:of|-)$/u.test(textAt(tokens, word + 2))) return null;
  if (ownYear.test(textAt(tokens, at - 1))) return null;
  const year = yearBy(textAt(tokens, word), article || textAt(tokens, at - 1) === "the", source);
  return year === null || year < 1 || year > 9999 ? null : { next: word + 2, year, relative: true };
}

function yearBy(word: string, article: boolean, source: TimeSource): number | null {
  const published = source.anchor?.year ?? null;
  const spoken = spokenYear(source);
  const plus = (year: number | null, count: number) => (year === null ? null : year + count);
  if (word === "this" || word === "current") return published;
  // "the last year" and "the next year" are twelve months, or stand in a story.
  if (word === "last") return article ? null : plus(published, -1);
  if (word === "next") return plus(article ? spoken : published, 1);
  if (word === "coming") return plus(published, 1);
  if (word === "previous" || word === "preceding" || word === "prior") return plus(spoken ?? published, -1);
  if (word === "following") return plus(spoken, 1);
  return word === "that" || word === "same" ? spoken : null;
}

/** The year of the nearest earlier time, where that lies in a single one. */
function spokenYear({ recent }: TimeSource): number | null {
  return recent === null ? null : yearOf(recent);
}
