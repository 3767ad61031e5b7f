import type { Span } from "./span.ts";

/** A run of whole sentences of one block of one document; what is embedded and retrieved. */
export interface Chunk {
  /** `documentId#start-end`. */
  readonly id: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** Headings above the chunk, outermost first; the document's title is not repeated here. */
  readonly heading: readonly string[];
  /** Sentences in reading order, as offsets into the document's text; never empty. */
  readonly sentences: readonly Span[];
}

export function chunkId(documentId: string, start: number, end: number): string {
  return `${documentId}#${start}-${end}`;
}
