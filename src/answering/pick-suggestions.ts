import type { Span } from "../domain/span.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import { tokenize } from "../text/tokenize.ts";

/** A stretch of a document that an answer rests on or was found with. */
export interface Place extends Span {
  readonly documentId: string;
}

const maxPicked = 3;
/** A place counts as this many code units further away for each place that ranks before it. */
const rankDistance = 400;

/**
 * Up to three stored questions, those first whose sentences lie nearest to the citations, or to the passages where an
 * answer cites nothing; documents that neither touches give none. Leaves out what was asked and what is cited already.
 */
export function pickSuggestions(
  suggestions: readonly Suggestion[],
  {
    asked,
    citations,
    passages,
  }: { readonly asked: readonly string[]; readonly citations: readonly Place[]; readonly passages: readonly Place[] },
): readonly string[] {
  const known = new Set(asked.map(wordsOf));
  const places = [...citations, ...passages];
  return suggestions
    .filter((each) => !known.has(wordsOf(each.question)) && !citations.some((citation) => gap(each, citation) < 0))
    .map((each, order) => ({ question: each.question, order, distance: distance(each, places) }))
    .filter((each) => each.distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, maxPicked)
    .map(({ question }) => question);
}

function distance(suggestion: Suggestion, places: readonly Place[]): number {
  return places.reduce(
    (least, place, rank) => Math.min(least, Math.max(0, gap(suggestion, place)) + rank * rankDistance),
    Number.POSITIVE_INFINITY,
  );
}

/** Code units between two places of one document, below 0 where they overlap; infinite across documents. */
function gap(a: Place, b: Place): number {
  if (a.documentId !== b.documentId) return Number.POSITIVE_INFINITY;
  const between = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  return between < 0 ? -1 : between;
}

function wordsOf(question: string): string {
  return tokenize(question)
    .map(({ text }) => text)
    .join(" ");
}
