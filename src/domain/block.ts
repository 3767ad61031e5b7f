import type { Span } from "./span.ts";

/** What stands between two blank lines of a document: a paragraph, a list, a table, a run of short lines. */
export interface Block extends Span {
  /** Headings above the block, outermost first, without the document's title. */
  readonly heading: readonly string[];
  /**
   * Parts of the block that are split into sentences on their own: a paragraph, a list item, a table row.
   * Heading marks, bullets, fences and rules lie outside every part.
   */
  readonly parts: readonly Span[];
}
