import type { SentenceRef } from "./answerer.ts";

const quoteInLink = 300;

/** The address at which a sentence is shown in its document; `hash` is the document's SHA-256 in hex. */
export function readerLink(
  { documentId, start, end }: SentenceRef,
  { quote, hash }: { readonly quote: string; readonly hash: string },
): string {
  const words = encodeURIComponent(wellFormed(quote.slice(0, quoteInLink)));
  return `/read/${encodeURIComponent(documentId)}?cite=${start}-${end}&v=${hash.slice(0, 12)}&quote=${words}`;
}

/** Cutting may leave half of a surrogate pair, which `encodeURIComponent` refuses. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}
