import { RequestError } from "../domain/errors.ts";
import { linkQuote, maxLinkQuote } from "../domain/link-quote.ts";
import type { Span } from "../domain/span.ts";
import type { RequestedCitation } from "./read-citations.ts";

/** A citation that can't be shown: its quote, as far as the link holds it, and every place where that stands now. */
export interface LostCitation {
  readonly quote: string | null;
  readonly places: readonly Span[];
}

/** Where a citation stands in the text now; `number` counts the link's citations from 1. */
export type LocatedCitation = { readonly number: number } & (
  | { readonly span: Span }
  | { readonly span: null; readonly lost: LostCitation }
);

/** The document a link points into. `sentences` are those that can be cited, asked for where offsets alone don't do. */
export interface CitedText {
  readonly text: string;
  readonly isSameVersion: boolean;
  readonly sentences: () => readonly Span[];
}

/**
 * Finds what a link points at. Offsets are taken as they are where the link was made for this version and its quote, if it has
 * one, begins there. Else the quote must be that of exactly one sentence, all of which is then marked.
 * Throws `RequestError` 422 for offsets without a quote outside the text or inside a surrogate pair.
 */
export function locateCitations(
  citations: readonly RequestedCitation[],
  { text, isSameVersion, sentences }: CitedText,
): readonly LocatedCitation[] {
  const find = once(() => sentencesByQuote(text, sentences()));
  return citations.map(({ start, end, quote }, index) => {
    const number = index + 1;
    const fits = end <= text.length && !splitsPair(text, start) && !splitsPair(text, end);
    if (isSameVersion && quote === null && !fits) {
      const detail = `${start}-${end} doesn't fit this document of ${text.length} UTF-16 code units`;
      throw new RequestError(422, `cite: ${detail}.`, [{ pointer: `/cite/${index}`, detail }]);
    }
    if (isSameVersion && fits && text.slice(start, end).startsWith(quote ?? ""))
      return { number, span: { start, end } };
    const places = quote === null ? [] : find()(quote, end - start);
    const [span] = places;
    return span === undefined || places.length > 1 ? { number, span: null, lost: { quote, places } } : { number, span };
  });
}

/**
 * The sentences whose links hold a quote. Where that may be but the beginning of one, the length has to agree too: a link
 * tells nothing else of the end.
 */
function sentencesByQuote(
  text: string,
  sentences: readonly Span[],
): (quote: string, length: number) => readonly Span[] {
  const found = Map.groupBy(sentences, ({ start, end }) => linkQuote(text.slice(start, end)));
  return (quote, length) => {
    const places = found.get(quote) ?? [];
    return quote.length < maxLinkQuote - 1 ? places : places.filter(({ start, end }) => end - start === length);
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
