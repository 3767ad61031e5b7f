/**
 * One file of the corpus as canonical text. Every offset in the system points into `text`,
 * which is Unicode NFC with LF line ends; a later edit of the file makes another document.
 */
export interface Document {
  /** The path inside the corpus without its ending, as a slug, unique within a generation. */
  readonly id: string;
  readonly title: string;
  /** Where the document was published; null when the file does not say. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** Publication date, `YYYY-MM-DD`; relative dates in the text resolve against it. */
  readonly date: string | null;
  readonly mediaType: string;
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
