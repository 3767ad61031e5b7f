import type { Citation } from "../src/domain/citation.ts";
import type { Document } from "../src/domain/document.ts";
import { isOnEvidence } from "./on-evidence.ts";

/** What the citations of one answer are worth; counts of citations, and whether the first and any is on the evidence. */
export interface CitationCheck {
  readonly count: number;
  /** Citations whose quote is the document's text between their offsets. */
  readonly verbatim: number;
  readonly onEvidence: number;
  /** The one with the lowest marker. False without citations. */
  readonly first: boolean;
  readonly any: boolean;
}

/** `documents` is by id; a citation of one that is not in it is not verbatim. */
export function checkCitations(
  citations: readonly Citation[],
  evidence: readonly string[],
  documents: ReadonlyMap<string, Pick<Document, "text">>,
): CitationCheck {
  const ordered = [...citations].sort((a, b) => a.marker - b.marker);
  const hits = ordered.map(({ quote }) => isOnEvidence(quote, evidence));
  const onEvidence = hits.filter(Boolean).length;
  return {
    count: ordered.length,
    verbatim: ordered.filter((citation) => isVerbatim(citation, documents)).length,
    onEvidence,
    first: hits[0] ?? false,
    any: onEvidence > 0,
  };
}

function isVerbatim(
  { documentId, start, end, quote }: Citation,
  documents: ReadonlyMap<string, Pick<Document, "text">>,
): boolean {
  // A negative offset would count from the end of the text in `slice`.
  if (quote === "" || start < 0 || end - start !== quote.length) return false;
  return documents.get(documentId)?.text.slice(start, end) === quote;
}
