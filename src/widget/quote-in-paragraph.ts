import type { Citation } from "../domain/citation.ts";
import type { PassageView } from "../domain/passage.ts";

/** A cited sentence and what stands around it. */
export interface QuotedParagraph {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly heading: readonly string[];
}

/**
 * Finds the paragraph of a citation among the passages of its answer by offsets, never by searching. A passage whose text
 * differs from the quote at that place is not used; the citation's own prefix and suffix stand in then.
 */
export function quoteInParagraph(citation: Citation, passages: readonly PassageView[]): QuotedParagraph {
  const { documentId, start, end, quote, prefix, suffix } = citation;
  for (const passage of passages) {
    if (passage.documentId !== documentId || passage.start > start || passage.end < end) continue;
    const { text, heading } = passage;
    const from = start - passage.start;
    const to = end - passage.start;
    if (text.slice(from, to) === quote) {
      return { before: text.slice(0, from), quote, after: text.slice(to), heading };
    }
  }
  const before = prefix === "" ? "" : `…${prefix}`;
  const after = suffix === "" ? "" : `${suffix}…`;
  return { before, quote, after, heading: [] };
}
