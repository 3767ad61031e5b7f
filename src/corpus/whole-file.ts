import type { DraftDocument, ParsedFile } from "./parsed-file.ts";

type Required = Pick<DraftDocument, "text" | "mediaType" | "blocks">;

/** A file that is one document, with null for all that it does not state; no document where it holds no prose. */
export function wholeFile(document: Required & Partial<DraftDocument>): ParsedFile {
  const absent = {
    key: null,
    title: null,
    url: null,
    author: null,
    publisher: null,
    date: null,
    language: null,
    pages: null,
  };
  return { documents: document.blocks.length === 0 ? [] : [{ ...absent, ...document }], problems: [] };
}
