import { createGrowingArray } from "./growing-array.ts";

/** Where each term stands: a place is a whole number, and places come in ascending order. */
export interface Postings {
  /** Makes room for the next term, numbered from 0. */
  addTerm(): void;
  /** True where the term was noted at this place already, which is the latest. */
  has(term: number, place: number): boolean;
  /** Counts the term once more at a place that is not before the latest. */
  note(term: number, place: number): void;
  /** Places of term t are `places[start[t]]` up to, not including, `places[start[t + 1]]`, with a count for each. */
  byTerm(): { readonly start: Uint32Array; readonly places: Uint32Array; readonly counts: Uint32Array };
}

/**
 * Kept in the order of places, twelve bytes each, and sorted by term at the end: a list for each term would take several
 * times that, most of it for terms that occur once.
 */
export function createPostings(): Postings {
  const terms = createGrowingArray();
  const places = createGrowingArray();
  const counts = createGrowingArray();
  /** By term, one more than the number of its latest posting; 0 before the first. */
  const latest = createGrowingArray();
  const has = (term: number, place: number) => {
    const known = latest.at(term);
    return known > 0 && places.at(known - 1) === place;
  };
  return {
    addTerm: () => latest.push(0),
    has,
    note: (term, place) => {
      if (has(term, place)) {
        const known = latest.at(term) - 1;
        counts.set(known, counts.at(known) + 1);
        return;
      }
      terms.push(term);
      places.push(place);
      counts.push(1);
      latest.set(term, terms.length);
    },
    byTerm: () => sortByTerm(terms.values(), { places: places.values(), counts: counts.values() }, latest.length),
  };
}

/** A counting sort: it keeps the order of places within a term. */
function sortByTerm(
  terms: Uint32Array,
  { places, counts }: { readonly places: Uint32Array; readonly counts: Uint32Array },
  termCount: number,
): ReturnType<Postings["byTerm"]> {
  const start = new Uint32Array(termCount + 1);
  for (const term of terms) start[term + 1] = (start[term + 1] as number) + 1;
  for (let term = 0; term < termCount; term++) start[term + 1] = (start[term + 1] as number) + (start[term] as number);
  const next = start.slice();
  const sorted = { start, places: new Uint32Array(places.length), counts: new Uint32Array(counts.length) };
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as number;
    const at = next[term] as number;
    next[term] = at + 1;
    sorted.places[at] = places[i] as number;
    sorted.counts[at] = counts[i] as number;
  }
  return sorted;
}
