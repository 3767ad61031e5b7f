/** Name of the table in `models/`; errors name it too. */
export const wordTableFile = "word-vectors.bin";

/** What the first bytes of a table say, after the magic: a JSON object padded with spaces. */
export interface WordTableHeader {
  readonly format: 1;
  readonly words: number;
  readonly dimension: number;
  /** Principal components that `purified` removes. */
  readonly components: number;
  /** Bytes of all words together. */
  readonly textBytes: number;
  /** SHA-256 of everything after the preamble, lower-case hex: the identity of the vectors. */
  readonly sha256: string;
}

export const wordTableMagic = "ANNWORDS";

/** Magic and header together always take this many bytes, so that the size of a table is known before its hash. */
export const preambleBytes = 256;

/** Byte offsets of the sections, in the order in which they lie in the file; all numbers are little-endian. */
export interface WordTableLayout {
  /** Uint32, words + 1: where each word of the sorted text begins. */
  readonly textOffsets: number;
  /** Uint32, words: the row of each word of the sorted text. Rows are in order of frequency. */
  readonly rows: number;
  /** Float32, words: 0.85 ln(2 + rank), by row. */
  readonly generalIdf: number;
  /** Float32, words: what a row of `matrix` is multiplied by to get unit length. */
  readonly scales: number;
  /** Float32, dimension. */
  readonly mean: number;
  /** Float32, components x dimension. */
  readonly principal: number;
  /** Float32, dimension. */
  readonly sentenceComponent: number;
  /** Int8, words x dimension, by row. */
  readonly matrix: number;
  /** UTF-8, all words in the order of their bytes, without separators. */
  readonly text: number;
  /** Size of the file. */
  readonly end: number;
}

/** Every section before `matrix` has elements of four bytes, which keeps each of them aligned. */
export function wordTableLayout(size: Omit<WordTableHeader, "format" | "sha256">): WordTableLayout {
  const { words, dimension, components, textBytes } = size;
  const textOffsets = preambleBytes;
  const rows = textOffsets + 4 * (words + 1);
  const generalIdf = rows + 4 * words;
  const scales = generalIdf + 4 * words;
  const mean = scales + 4 * words;
  const principal = mean + 4 * dimension;
  const sentenceComponent = principal + 4 * components * dimension;
  const matrix = sentenceComponent + 4 * dimension;
  const text = matrix + words * dimension;
  return {
    textOffsets,
    rows,
    generalIdf,
    scales,
    mean,
    principal,
    sentenceComponent,
    matrix,
    text,
    end: text + textBytes,
  };
}
