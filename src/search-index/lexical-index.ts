import { type LexicalSections, readLexicalSections } from "./lexical-sections.ts";
import type { RowFilter } from "./row-filter.ts";
import { breatheThrough, runSteps } from "./steps.ts";

/**
 * The inverted index over sentences, with what retrieval asks of it. A sentence has a number across all chunks,
 * a chunk its row, a term an id; -1 stands for a term that the corpus does not have.
 */
export interface LexicalIndex {
  readonly chunkCount: number;
  readonly sentenceCount: number;
  readonly termCount: number;
  /** Sentences of chunk c are `firstSentence(c)` up to, not including, `firstSentence(c + 1)`. */
  firstSentence(chunk: number): number;
  chunkOf(sentence: number): number;
  termId(term: string): number;
  /** Inverse document frequency over sentences, as stored: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  idf(termId: number): number;
  /** Share, 0 to 1, of the term's occurrences inside sentences (not at their start) that are capitalised. */
  nameness(termId: number): number;
  /** Words as they stand in the corpus, folded, with the term each belongs to; most frequent first. */
  readonly surfaces: readonly string[];
  surfaceTerm(surface: number): number;
  /**
   * BM25 (Robertson and Zaragoza 2009) of every sentence and chunk that holds one of the terms, or of those in the rows of
   * `within`; frequencies and lengths are those of the whole corpus either way.
   */
  score(query: readonly WeightedTerm[], within?: RowFilter): LexicalScores;
}

export interface WeightedTerm {
  readonly termId: number;
  /** Multiplies the term's contribution; 1 for a word of the question itself. */
  readonly weight: number;
}

/** Scores by sentence number and by chunk row; what is absent has none of the terms. */
export interface LexicalScores {
  readonly sentences: ReadonlyMap<number, number>;
  readonly chunks: ReadonlyMap<number, number>;
}

const k1 = 1.2;
const b = 0.75;
/** How often a heading's word counts as if it stood in the chunk. */
const headingWeight = 1;

/** Reads lexical.bin at once. Throws an `IndexError` naming it where it is damaged, however it came to be so. */
export function decodeLexicalIndex(bytes: Uint8Array): LexicalIndex {
  return createLexicalIndex(runSteps(readLexicalSections(bytes)));
}

/** The same with turns of the event loop in between. */
export async function openLexicalIndex(bytes: Uint8Array): Promise<LexicalIndex> {
  return createLexicalIndex(await breatheThrough(readLexicalSections(bytes)));
}

function createLexicalIndex(sections: LexicalSections): LexicalIndex {
  const { ids, surfaces, surfaceTerms, idf, chunkIdf, nameness, postings, headings } = sections;
  const { sentenceLength, chunkLength, averageSentence, averageChunk } = sections;
  const { firstSentence: first, chunkOfSentence: owner } = sections;

  function score(query: readonly WeightedTerm[], within?: RowFilter): LexicalScores {
    const sentences = new Map<number, number>();
    const chunks = new Map<number, number>();
    for (const { termId, weight } of query) {
      if (termId < 0) continue;
      const inChunk = new Map<number, number>();
      for (let p = postings.start[termId] as number; p < (postings.start[termId + 1] as number); p++) {
        const sentence = postings.sentence[p] as number;
        const chunk = owner[sentence] as number;
        if (within !== undefined && !within.has(chunk)) continue;
        const count = postings.count[p] as number;
        const gain = saturate(count, sentenceLength[sentence] as number, averageSentence);
        add(sentences, sentence, weight * (idf[termId] as number) * gain);
        add(inChunk, chunk, count);
      }
      for (let p = headings.start[termId] as number; p < (headings.start[termId + 1] as number); p++) {
        const chunk = headings.chunk[p] as number;
        if (within === undefined || within.has(chunk)) add(inChunk, chunk, headingWeight);
      }
      for (const [chunk, count] of inChunk) {
        const gain = saturate(count, chunkLength[chunk] as number, averageChunk);
        add(chunks, chunk, weight * (chunkIdf[termId] as number) * gain);
      }
    }
    return { sentences, chunks };
  }

  return {
    chunkCount: chunkLength.length,
    sentenceCount: sentenceLength.length,
    termCount: sections.terms.length,
    firstSentence: (chunk) => first[chunk] as number,
    chunkOf: (sentence) => owner[sentence] as number,
    termId: (term) => ids.get(term) ?? -1,
    idf: (termId) => idf[termId] as number,
    nameness: (termId) => nameness[termId] as number,
    surfaces,
    surfaceTerm: (surface) => surfaceTerms[surface] as number,
    score,
  };
}

function saturate(count: number, length: number, averageLength: number): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / averageLength));
}

function add(scores: Map<number, number>, key: number, value: number): void {
  scores.set(key, (scores.get(key) ?? 0) + value);
}
