import type { Thesaurus } from "../embedding/thesaurus.ts";
import type { WordVectors } from "../embedding/word-vectors.ts";
import type { QuestionTerm } from "./analyse-question.ts";
import { createPairCache, type PairCache } from "./pair-cache.ts";
import type { SentenceWord } from "./prepare-sentence.ts";
import { createWordNumbers } from "./word-numbers.ts";

/**
 * How alike a word of a sentence is to each term of the question: `measureCount` numbers a term, each 0 to 1, in the
 * order of `measures`; null where they are all 0.
 */
export type Likeness = Float64Array | null;

/** Where each measure stands among the numbers of a term. */
export const measures = {
  /** 1 for one stem or one number, else 0. */
  exact: 0,
  /** Clipped cosine of the plain vectors. */
  plain: 1,
  /** Clipped cosine after removal of the common components. */
  purified: 2,
  /** Strength of the thesaurus's relation. */
  related: 3,
  /** The largest of the four. */
  best: 4,
  /** 1 for antonyms, else 0. */
  opposite: 5,
} as const;
export const measureCount = 6;

/** The terms of a question -> the likeness of words to them. Numbers are alike when equal and never otherwise. */
export type WordSimilarity = (
  terms: readonly QuestionTerm[],
) => (words: readonly SentenceWord[]) => readonly Likeness[];

/** A thesaurus knows senses, not contexts: its word for a relation counts for less than the same word. */
const relatedWeight = 0.8;
/** Cosines up to these say nothing about meaning; what is above is stretched to 0 to 1. */
const plainFloor = 0.35;
const purifiedFloor = 0.2;

/** Vectors of words already looked up, shared between questions; dropped as a whole when full. */
export interface VectorCache {
  plain(row: number): Float32Array;
  purified(row: number): Float32Array;
}

export function createVectorCache(words: WordVectors, capacity = 20_000): VectorCache {
  let plain = new Map<number, Float32Array>();
  let purified = new Map<number, Float32Array>();
  const through = (kept: Map<number, Float32Array>, row: number, make: (row: number) => Float32Array) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const made = make(row);
    kept.set(row, made);
    return made;
  };
  return {
    plain: (row) => {
      if (plain.size >= capacity) plain = new Map();
      return through(plain, row, (each) => words.vector(each));
    },
    purified: (row) => {
      if (purified.size >= capacity) purified = new Map();
      return through(purified, row, (each) => words.purified(each));
    },
  };
}

/** Different words that are numbered before all are forgotten. */
const maxWords = 100_000;

/** A question compares a word once. Pairs of rows are kept for later questions, 2 ** `bits` of them. */
export function createWordSimilarity(vectors: VectorCache, thesaurus: Thesaurus, bits = 18): WordSimilarity {
  const pairs = createPairCache(bits);
  const placeOf = createPairComparison(vectors, thesaurus, pairs);
  let latest = createWordNumbers();
  return (terms) => {
    if (latest.size > maxWords) latest = createWordNumbers();
    const numbers = latest;
    const compare = createComparison(terms, { pairs, placeOf, thesaurus });
    // Of each word by its number: where its likeness stands in the list, plus one; 0 for a word not met yet.
    let places = new Int32Array(numbers.size + 1000);
    const likenesses: Likeness[] = [];
    return (words) => {
      const ids = numbers.numbersOf(words);
      if (places.length < numbers.size) {
        const longer = new Int32Array(2 * numbers.size);
        longer.set(places);
        places = longer;
      }
      const found: Likeness[] = [];
      for (let w = 0; w < ids.length; w++) {
        const id = ids[w] as number;
        if (places[id] === 0) places[id] = likenesses.push(compare(numbers.word(id)));
        found.push(likenesses[(places[id] as number) - 1] as Likeness);
      }
      return found;
    };
  };
}

interface ComparisonTools {
  readonly pairs: PairCache;
  readonly placeOf: PlaceOfPair;
  readonly thesaurus: Thesaurus;
}

function createComparison(
  terms: readonly QuestionTerm[],
  { pairs, placeOf, thesaurus }: ComparisonTools,
): (word: SentenceWord) => Likeness {
  const found = new Float64Array(terms.length * measureCount);
  /** Writes the measures of a pair that is kept at `place` from `at` on; false where all are 0. */
  const write = (at: number, place: number): boolean => {
    const plain = pairs.values[place + 1] as number;
    const purified = pairs.values[place + 2] as number;
    const related = pairs.values[place + 3] as number;
    const opposite = pairs.flag(place) ? 1 : 0;
    const larger = plain > purified ? plain : purified;
    const best = larger > related ? larger : related;
    if (best === 0 && opposite === 0) return false;
    found[at + measures.plain] = plain;
    found[at + measures.purified] = purified;
    found[at + measures.related] = related;
    found[at + measures.best] = best;
    found[at + measures.opposite] = opposite;
    return true;
  };
  return (word) => {
    let isAlike = false;
    found.fill(0);
    for (let t = 0, at = 0; t < terms.length; t++, at += measureCount) {
      const term = terms[t] as QuestionTerm;
      if (term.term === word.term) {
        for (let m = 0; m <= measures.best; m++) found[at + m] = 1;
        isAlike = true;
      } else if (term.kind !== "word") continue;
      else if (term.row >= 0 && word.row >= 0 && !word.numeric) {
        if (write(at, placeOf(term, word))) isAlike = true;
      } else if (thesaurus.opposite(term.term, word.term)) {
        found[at + measures.opposite] = 1;
        isAlike = true;
      }
    }
    return isAlike ? found.slice() : null;
  };
}

/** Where the cosines and the relation of two different words of the table are kept, computed where they were not. */
type PlaceOfPair = (term: QuestionTerm, word: SentenceWord) => number;

function createPairComparison(vectors: VectorCache, thesaurus: Thesaurus, pairs: PairCache): PlaceOfPair {
  const { values } = pairs;
  return (term, word) => {
    const known = pairs.find(term.row, word.row);
    if (known >= 0) return known;
    const at = pairs.add(term.row, word.row, thesaurus.opposite(term.term, word.term));
    const plainTerm = vectors.plain(term.row);
    const purifiedTerm = vectors.purified(term.row);
    const plainWord = vectors.plain(word.row);
    const purifiedWord = vectors.purified(word.row);
    let plain = 0;
    let purified = 0;
    // Two `dot`s side by side, so that neither waits for the other.
    for (let i = 0; i < plainTerm.length; i++) {
      plain += (plainTerm[i] as number) * (plainWord[i] as number);
      purified += (purifiedTerm[i] as number) * (purifiedWord[i] as number);
    }
    values[at + 1] = stretch(plain, plainFloor);
    values[at + 2] = stretch(purified, purifiedFloor);
    values[at + 3] = relatedWeight * thesaurus.relation(term.term, word.term);
    return at;
  };
}

function stretch(cosine: number, floor: number): number {
  return cosine <= floor ? 0 : Math.min(1, (cosine - floor) / (1 - floor));
}
