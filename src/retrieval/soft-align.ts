import type { QuestionTerm } from "./analyse-question.ts";
import { type Likeness, measureCount, measures } from "./word-similarity.ts";

/** How well each term of the question is met by the words of a sentence; arrays run parallel to the terms. */
export interface Alignment {
  readonly exact: Float64Array;
  readonly plain: Float64Array;
  readonly purified: Float64Array;
  /** By the thesaurus: synonyms, derivations and near hypernyms. */
  readonly related: Float64Array;
  readonly best: Float64Array;
  /** Index into the sentence's words of the word that meets the term best, or -1. */
  readonly word: Int32Array;
  /** For each word of the sentence, its best likeness to any term of the question. */
  readonly explained: Float64Array;
}

/**
 * Soft alignment: each question term goes with its most alike word (after Kim et al. 2016, "maximum similarity"). Takes
 * the number of terms, and the likeness of each word to them.
 */
export function softAlign(n: number, likenesses: readonly Likeness[]): Alignment {
  const exact = new Float64Array(n);
  const plain = new Float64Array(n);
  const purified = new Float64Array(n);
  const related = new Float64Array(n);
  const best = new Float64Array(n);
  const word = new Int32Array(n).fill(-1);
  const explained = new Float64Array(likenesses.length);
  for (let w = 0; w < likenesses.length; w++) {
    const found = likenesses[w] as Likeness;
    if (found === null) continue;
    let most = 0;
    for (let t = 0, at = 0; t < n; t++, at += measureCount) {
      const own = found[at + measures.best] as number;
      if (own === 0) continue;
      raise(exact, t, found[at + measures.exact] as number);
      raise(plain, t, found[at + measures.plain] as number);
      raise(purified, t, found[at + measures.purified] as number);
      raise(related, t, found[at + measures.related] as number);
      if (own > (best[t] as number)) {
        best[t] = own;
        word[t] = w;
      }
      if (own > most) most = own;
    }
    explained[w] = most;
  }
  return { exact, plain, purified, related, best, word, explained };
}

function raise(largest: Float64Array, at: number, value: number): void {
  if (value > (largest[at] as number)) largest[at] = value;
}

/** Mean of `met` over the terms, weighted by how much each term carries; 0 for no terms. */
export function coverage(terms: readonly QuestionTerm[], met: ArrayLike<number>): number {
  let covered = 0;
  let total = 0;
  for (let t = 0; t < terms.length; t++) {
    const { weight } = terms[t] as QuestionTerm;
    covered += weight * (met[t] as number);
    total += weight;
  }
  return total === 0 ? 0 : covered / total;
}

/** The larger of each pair. */
export function elementwiseMax(...arrays: readonly ArrayLike<number>[]): Float64Array {
  const max = new Float64Array(arrays[0]?.length ?? 0);
  for (let i = 0; i < arrays.length; i++) raiseTo(max, arrays[i] as ArrayLike<number>);
  return max;
}

/** Takes over what is larger in `other`. */
export function raiseTo(max: Float64Array, other: ArrayLike<number>): void {
  for (let i = 0; i < max.length; i++) if ((other[i] as number) > (max[i] as number)) max[i] = other[i] as number;
}
