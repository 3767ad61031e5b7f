import type { Document } from "../domain/document.ts";
import { findCalendarDate } from "../text/calendar-date.ts";

export type Metadata = Pick<Document, "url" | "author" | "publisher" | "date" | "language"> & {
  readonly title: string | null;
};

const names: Readonly<Record<keyof Metadata, readonly string[]>> = {
  title: ["title", "headline", "subject", "question", "name"],
  author: ["author", "authors", "creator", "byline"],
  publisher: ["publisher", "source", "agency"],
  date: ["date", "published", "publication_date", "published_at", "created", "created_at", "time", "timestamp"],
  language: ["language", "lang"],
  url: ["url", "link", "canonical"],
};

/** Fields by lower-case name -> what they state about a document; what is empty or unusable is null. */
export function readMetadata(fields: Readonly<Record<string, string>>): Metadata {
  const find = (field: keyof Metadata): string | null => {
    for (const name of names[field]) {
      const value = Object.hasOwn(fields, name) ? fields[name]?.trim() : undefined;
      if (value !== undefined && value !== "") return value.toWellFormed().normalize("NFC");
    }
    return null;
  };
  const url = find("url");
  const language = find("language");
  return {
    title: find("title"),
    author: find("author"),
    publisher: find("publisher"),
    date: findCalendarDate(find("date") ?? ""),
    language: language !== null && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(language) ? language : null,
    url: url !== null && /^https?:\/\/\S+$/iu.test(url) ? url : null,
  };
}
