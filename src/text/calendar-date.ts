const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const isoDate = /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/gu;
const monthFirst = /\b(?<name>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/gu;
const dayFirst =
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<name>[A-Za-z]{3,9})\.?,?\s+(?<year>\d{4})(?!\d)/gu;
const chinese = /(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/gu;

/** The first full calendar date that is written in a text, as `YYYY-MM-DD`; null when there is none that exists. */
export function findCalendarDate(text: string): string | null {
  for (const pattern of [isoDate, monthFirst, dayFirst, chinese]) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const month = groups.month === undefined ? monthNumber(groups.name ?? "") : Number(groups.month);
      const date = calendarDate(Number(groups.year), month, Number(groups.day));
      if (date !== null) return date;
    }
  }
  return null;
}

/** 1 to 12 for an English month name or its abbreviation, else 0. */
export function monthNumber(name: string): number {
  const folded = name.toLowerCase();
  const index = months.indexOf(folded.slice(0, 3));
  const full = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept)$/u;
  return index >= 0 && (folded.length === 3 || full.test(folded)) ? index + 1 : 0;
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
