import { RequestError } from "../domain/errors.ts";
import type { Span } from "../domain/span.ts";

/** A place that a link to the reader page points at; `quote` is its first 300 code units, null where the link has none. */
export interface RequestedCitation extends Span {
  readonly quote: string | null;
}

const maxCitations = 20;

/**
 * Reads `cite=START-END` and `quote=TEXT`, which pair up by order. Throws `RequestError` 422 for offsets that aren't two whole
 * numbers in ascending order and for more than 20 of them; whether they fit the document is not asked here.
 */
export function readCitations(query: URLSearchParams): readonly RequestedCitation[] {
  const cites = query.getAll("cite");
  const quotes = query.getAll("quote");
  if (cites.length > maxCitations) {
    throw new RequestError(422, `The address has ${cites.length} "cite" parts; at most ${maxCitations} are taken.`);
  }
  const citations = cites.map((cite, index) => ({ ...readSpan(cite), quote: quotes[index] || null }));
  const problems = cites.flatMap((cite, index) =>
    Number(citations[index]?.start) < Number(citations[index]?.end)
      ? []
      : [{ pointer: `/cite/${index}`, detail: `expected START-END such as 120-184, got ${JSON.stringify(cite)}` }],
  );
  if (problems.length > 0) throw new RequestError(422, `cite: ${problems[0]?.detail}`, problems);
  return citations;
}

function readSpan(cite: string): Span {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(cite) ?? [];
  return { start: Number(start), end: Number(end) };
}
