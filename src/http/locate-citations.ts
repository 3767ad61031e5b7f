import { RequestError } from "../domain/errors.ts";
import type { Span } from "../domain/span.ts";
import type { RequestedCitation } from "./read-citations.ts";

/** Where a citation stands in the text now; `number` counts the link's citations from 1, `span` is null where it can't be told. */
export interface LocatedCitation {
  readonly number: number;
  readonly span: Span | null;
}

/**
 * Finds what a link points at. For the version it was made for, offsets are taken as they are and must fit; for another one
 * the quote must stand at exactly one place, and only the words of the quote are marked.
 * Throws `RequestError` 422 for offsets outside the text or inside a surrogate pair.
 */
export function locateCitations(
  text: string,
  citations: readonly RequestedCitation[],
  isSameVersion: boolean,
): readonly LocatedCitation[] {
  return citations.map(({ start, end, quote }, index) => {
    const number = index + 1;
    if (!isSameVersion) return { number, span: quote === null ? null : findOnly(text, quote) };
    if (end > text.length || splitsPair(text, start) || splitsPair(text, end)) {
      const detail = `${start}-${end} doesn't fit this document of ${text.length} UTF-16 code units`;
      throw new RequestError(422, `cite: ${detail}.`, [{ pointer: `/cite/${index}`, detail }]);
    }
    return { number, span: { start, end } };
  });
}

function findOnly(text: string, quote: string): Span | null {
  const start = text.indexOf(quote);
  return start === -1 || text.includes(quote, start + 1) ? null : { start, end: start + quote.length };
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
