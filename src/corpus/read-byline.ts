import { findCalendarDate } from "../text/calendar-date.ts";

/** What the first lines of a document say of itself; null where they don't. */
export interface Byline {
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

const labels: readonly { readonly field: keyof Byline; readonly label: RegExp }[] = [
  { field: "publisher", label: /\b(?:article source|source|publisher|published by|agency)\s*[:：]/giu },
  {
    field: "date",
    label: /\b(?:release (?:time|date)|published(?: on| at)?|publication date|date|time|updated)\s*[:：]/giu,
  },
  { field: "url", label: /\b(?:url|link|address)\s*[:：]/giu },
  { field: "publisher", label: /\b(?:author|by|editor)\s*[:：]/giu },
];

/** How many lines from the top may hold a byline. */
const bylineLines = 8;

/**
 * Reads `Label: value` pairs from the first lines of a text, several of which may share a line.
 * A label that occurs later in the document is prose and is not looked at.
 */
export function readByline(text: string): Byline {
  const byline: { -readonly [K in keyof Byline]: Byline[K] } = { publisher: null, date: null, url: null };
  for (const line of text.split("\n", bylineLines)) {
    if (line.length > 300) continue;
    const found = labels
      .flatMap(({ field, label }) =>
        [...line.matchAll(label)].map((match) => ({ field, start: match.index, end: match.index + match[0].length })),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((each, index, all) => index === 0 || each.start >= (all[index - 1]?.end ?? 0));
    found.forEach(({ field, end }, index) => {
      const value = line.slice(end, found[index + 1]?.start ?? line.length).trim();
      if (value !== "") byline[field] ??= readValue(field, value);
    });
  }
  return byline;
}

function readValue(field: keyof Byline, value: string): string | null {
  if (field === "date") return findCalendarDate(value);
  if (field === "url") return /^https?:\/\/\S+$/u.test(value) ? value : null;
  return value.replace(/[,;|]+$/u, "").trim();
}
