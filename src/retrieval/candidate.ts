import type { PreparedSentence } from "./prepare-sentence.ts";
import type { Alignment } from "./soft-align.ts";

/** A candidate with everything around it that tells whether it answers. */
export interface Candidate {
  readonly sentence: PreparedSentence;
  /** Row of its chunk. */
  readonly chunkRow: number;
  readonly alignment: Alignment;
  /** Alignments of the question with what stands around the sentence; null where there is nothing. */
  readonly previous: Alignment | null;
  readonly next: Alignment | null;
  readonly heading: Alignment;
  /** The whole chunk, the sentence included. */
  readonly chunk: Alignment;
  /** Likeness of each word of the sentence to the noun that is asked for, 0 to 1; empty where none is. */
  readonly likenessToFocus: Float64Array;
  /** The largest of them but for that noun itself: "guitar" for "which instrument". */
  readonly focusOther: number;
  /** 1 for each term of the question that the sentence does not have and whose antonym it has. */
  readonly opposites: Uint8Array;
  /** How well the times of the sentence meet those of the question, 0 to 1; 1 where it names none. */
  readonly timeMet: number;
  /** 1 where the sentence is about other times than the question, 0 where it names none or one of them. */
  readonly timeDiffers: number;
  /** BM25 of sentence and chunk, as shares of the best candidate's, 0 to 1. */
  readonly sentenceScore: number;
  readonly chunkScore: number;
  /** Cosine of the question's and the text's vector, -1 to 1. */
  readonly sentenceCosine: number;
  readonly chunkCosine: number;
  /** Place in the chunk, from 0. */
  readonly index: number;
}
