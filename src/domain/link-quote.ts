/** In UTF-16 code units. */
export const maxLinkQuote = 300;

/**
 * The part of a quote that a link to the reader page carries: its first `maxLinkQuote` code units, and one less where that would
 * leave half of a surrogate pair, which `encodeURIComponent` refuses.
 */
export function linkQuote(quote: string): string {
  const words = quote.slice(0, maxLinkQuote);
  return words.isWellFormed() ? words : words.slice(0, -1);
}
