import { dot } from "../domain/vector.ts";
import type { Thesaurus } from "../embedding/thesaurus.ts";
import type { WordVectors } from "../embedding/word-vectors.ts";
import type { QuestionTerm } from "./analyse-question.ts";
import type { SentenceWord } from "./prepare-sentence.ts";

/** How alike a word of the question and a word of a sentence are, each 0 to 1. */
export interface Likeness {
  /** 1 for one stem or one number, else 0. */
  readonly exact: number;
  /** Clipped cosine of the plain vectors. */
  readonly plain: number;
  /** Clipped cosine after removal of the common components. */
  readonly purified: number;
  /** Strength of the thesaurus's relation. */
  readonly related: number;
  /** The largest of the four. */
  readonly best: number;
}

export type WordSimilarity = (term: QuestionTerm, word: SentenceWord) => Likeness;

const same: Likeness = { exact: 1, plain: 1, purified: 1, related: 1, best: 1 };
const none: Likeness = { exact: 0, plain: 0, purified: 0, related: 0, best: 0 };
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

/**
 * Numbers are alike when equal and never otherwise. Pairs are computed once and kept for later questions; they are
 * dropped as a whole when there are `capacity` of them.
 */
export function createWordSimilarity(vectors: VectorCache, thesaurus: Thesaurus, capacity = 100_000): WordSimilarity {
  let pairs = new Map<number, Map<number, Likeness>>();
  let size = 0;
  return (term, word) => {
    if (term.term === word.term) return same;
    if (term.row < 0 || word.row < 0 || term.kind !== "word" || word.numeric) return none;
    const known = pairs.get(term.row)?.get(word.row);
    if (known !== undefined) return known;
    if (size >= capacity) {
      pairs = new Map();
      size = 0;
    }
    const likeness = compare(term, word, { vectors, thesaurus });
    const own = pairs.get(term.row) ?? new Map<number, Likeness>();
    pairs.set(term.row, own.set(word.row, likeness));
    size++;
    return likeness;
  };
}

function compare(
  term: QuestionTerm,
  word: SentenceWord,
  { vectors, thesaurus }: { readonly vectors: VectorCache; readonly thesaurus: Thesaurus },
): Likeness {
  const plain = stretch(dot(vectors.plain(term.row), vectors.plain(word.row)), plainFloor);
  const purified = stretch(dot(vectors.purified(term.row), vectors.purified(word.row)), purifiedFloor);
  const related = relatedWeight * thesaurus.relation(term.term, word.term);
  const best = Math.max(plain, purified, related);
  return best === 0 ? none : { exact: 0, plain, purified, related, best };
}

function stretch(cosine: number, floor: number): number {
  return cosine <= floor ? 0 : Math.min(1, (cosine - floor) / (1 - floor));
}
