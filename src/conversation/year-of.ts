import type { Exchange } from "./exchange.ts";

const years = /(?<![\p{L}\p{N}.,])(?:1\d|20)\d\d(?![\p{L}\p{N}%]|[.,]\d)/gu;

/** The years of a text, in reading order. */
export function yearsIn(text: string): readonly string[] {
  return [...text.matchAll(years)].map(([year]) => year);
}

/** The year that "that year" means: the one of the question, else the only one of its answer; the newest exchange first. */
export function yearOf(exchanges: readonly Exchange[]): string | null {
  for (const { shape, answer } of exchanges.toReversed()) {
    const asked = yearsIn(shape.text).at(-1);
    if (asked !== undefined) return asked;
    const stated = [...new Set(yearsIn(answer))];
    if (stated.length === 1) return stated[0] as string;
  }
  return null;
}

/** "the year before", "two years later" -> years from the one spoken of; 0 for anything else. */
export function yearsAway(fragment: string): number {
  if (
    /^(?:in )?(?:the )?(?:year before(?: that)?|previous year|preceding year)|^(?:a|one) year (?:before|earlier)/iu.test(
      fragment,
    )
  )
    return -1;
  if (
    /^(?:in )?(?:the )?(?:year after(?: that)?|next year|following year)|^(?:a|one) year (?:after|later)/iu.test(
      fragment,
    )
  )
    return 1;
  return 0;
}
