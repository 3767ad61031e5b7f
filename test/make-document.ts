import type { Document } from "../src/domain/document.ts";

/** A plain text that states nothing about itself, but for what is given. */
export function makeDocument(given: Pick<Document, "id" | "text"> & Partial<Document>): Document {
  const unstated = { url: null, author: null, publisher: null, date: null, language: null, pages: null };
  return { path: `${given.id}.txt`, title: "", mediaType: "text/plain", ...unstated, ...given };
}
