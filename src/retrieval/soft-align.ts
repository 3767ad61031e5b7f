import type { QuestionTerm } from "./analyse-question.ts";
import type { PreparedSentence, SentenceWord } from "./prepare-sentence.ts";
import type { WordSimilarity } from "./word-similarity.ts";

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

/** Soft alignment: each question term goes with its most alike word (after Kim et al. 2016, "maximum similarity"). */
export function softAlign(
  terms: readonly QuestionTerm[],
  words: PreparedSentence["words"] | readonly SentenceWord[],
  similarity: WordSimilarity,
): Alignment {
  const n = terms.length;
  const alignment: Alignment = {
    exact: new Float64Array(n),
    plain: new Float64Array(n),
    purified: new Float64Array(n),
    related: new Float64Array(n),
    best: new Float64Array(n),
    word: new Int32Array(n).fill(-1),
    explained: new Float64Array(words.length),
  };
  for (let t = 0; t < n; t++) {
    const term = terms[t] as QuestionTerm;
    for (let w = 0; w < words.length; w++) {
      const { exact, plain, purified, related, best } = similarity(term, words[w] as SentenceWord);
      if (best === 0) continue;
      if (exact > (alignment.exact[t] as number)) alignment.exact[t] = exact;
      if (plain > (alignment.plain[t] as number)) alignment.plain[t] = plain;
      if (purified > (alignment.purified[t] as number)) alignment.purified[t] = purified;
      if (related > (alignment.related[t] as number)) alignment.related[t] = related;
      if (best > (alignment.best[t] as number)) {
        alignment.best[t] = best;
        alignment.word[t] = w;
      }
      if (best > (alignment.explained[w] as number)) alignment.explained[w] = best;
    }
  }
  return alignment;
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
  const length = arrays[0]?.length ?? 0;
  const max = new Float64Array(length);
  for (const array of arrays) {
    for (let i = 0; i < length; i++) if ((array[i] as number) > (max[i] as number)) max[i] = array[i] as number;
  }
  return max;
}
