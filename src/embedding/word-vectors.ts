/**
 * PORT of the reranker and the static embedder: a table of English word vectors, most frequent words first.
 * Words are looked up in lower case. A handle is a row of the table, or -1 for a word that is not in it.
 */
export interface WordVectors {
  readonly id: string;
  readonly dimension: number;
  readonly size: number;
  /** SHA-256 of the table, lower-case hex; part of the static embedder's id. */
  row(word: string): number;
  /** Rank by frequency in general English, from 0. */
  rank(row: number): number;
  /** 0.85 ln(2 + rank), stored when the table was made: `Math.log` differs between engines. */
  generalIdf(row: number): number;
  /** Unit vector of a row, written into `into` (or a new array), and returned. */
  vector(row: number, into?: Float32Array): Float32Array;
  /** The same after removal of the mean and the first principal components, of unit length (Mu and Viswanath 2018). */
  purified(row: number, into?: Float32Array): Float32Array;
}
