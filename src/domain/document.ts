/**
 * What was read from one file of the corpus, or from one row of it, as canonical text. Every offset in the system
 * points into `text`, which is Unicode NFC with LF line ends; a later edit of the file makes another document.
 */
export interface Document {
  /** The path inside the corpus without its ending, as a slug, and for a row its key; unique within a generation. */
  readonly id: string;
  /** The file inside the corpus, with `/` between folders. */
  readonly path: string;
  readonly title: string;
  /** Where the document was published; null when the file does not say. */
  readonly url: string | null;
  /** Who wrote it, and who published it. */
  readonly author: string | null;
  readonly publisher: string | null;
  /** Publication date, `YYYY-MM-DD`; relative dates in the text resolve against it. */
  readonly date: string | null;
  /** Language tag (BCP 47) as the file states it, such as `en` or `zh-CN`; null when it does not. */
  readonly language: string | null;
  readonly mediaType: string;
  /** Where each page begins, ascending from 0: page n begins at `pages[n - 1]`. Null for a format without pages. */
  readonly pages: readonly number[] | null;
  readonly text: string;
}

/** A document without its text: what a listing shows. `length` is in UTF-16 code units. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly mediaType: string;
  readonly date: string | null;
  readonly length: number;
}

export function summarizeDocument({ id, title, url, mediaType, date, text }: Document): DocumentSummary {
  return { id, title, url, mediaType, date, length: text.length };
}

/** The page, counted from 1, on which an offset of the text stands; null for a document without pages. */
export function pageAt({ pages }: Pick<Document, "pages">, offset: number): number | null {
  if (pages === null || pages.length === 0) return null;
  const next = pages.findIndex((start) => start > offset);
  return next === -1 ? pages.length : Math.max(1, next);
}
