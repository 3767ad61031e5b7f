/** A date such as `2023-05-15` in the words of a language (BCP 47); any other text, and in an unknown language, as it stands. */
export function formatDate(date: string, language: string): string {
  try {
    const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
    return /^\d{4}-\d\d-\d\d$/.test(date) ? format.format(new Date(date)) : date;
  } catch {
    return date;
  }
}
