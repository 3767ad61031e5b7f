import { linkQuote } from "../domain/link-quote.ts";
import type { SentenceRef } from "./answerer.ts";

/** The address at which a sentence is shown in its document; `hash` is the document's SHA-256 in hex. */
export function readerLink(
  { documentId, start, end }: SentenceRef,
  { quote, hash }: { readonly quote: string; readonly hash: string },
): string {
  const words = encodeURIComponent(linkQuote(quote));
  return `/read/${encodeURIComponent(documentId)}?cite=${start}-${end}&v=${hash.slice(0, 12)}&quote=${words}`;
}
