import { dot } from "../domain/vector.ts";
import { createWordLookup } from "./word-lookup.ts";
import { readWordTableHeader } from "./word-table-header.ts";
import { openWordTableSections } from "./word-table-sections.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Word vectors that also know what sentences of general English have in common. */
export interface WordTable extends WordVectors {
  /** Unit vector: the first principal component of weighted sentence averages (Arora et al. 2017). */
  readonly sentenceComponent: Float32Array;
}

/**
 * The bytes of `models/word-vectors.bin` -> word vectors. The table stays the bytes given, which must not change
 * afterwards; only bytes that do not start at a multiple of four are copied. `id` is the SHA-256 that the header
 * states: whoever can't trust the bytes checks it first, as `loadWordVectors` does. Throws an `IndexError` for bytes
 * that are no such table. `vector` and `purified` throw a `RangeError` for a row that there isn't.
 */
export function decodeWordTable(bytes: Uint8Array): WordTable {
  const header = readWordTableHeader(bytes);
  const { dimension, words: size } = header;
  const sections = openWordTableSections(bytes, header);
  const { generalIdf, scales, matrix, mean, principal } = sections;
  const components = Array.from({ length: header.components }, (_, i) =>
    principal.subarray(i * dimension, (i + 1) * dimension),
  );
  const lookup = createWordLookup(sections);

  const vector = (row: number, into = new Float32Array(dimension)): Float32Array => {
    const scale = scales[row];
    if (scale === undefined) throw new RangeError(`No row ${row} in the word vectors; rows are 0 to ${size - 1}.`);
    for (let i = 0; i < dimension; i++) into[i] = (matrix[row * dimension + i] as number) * scale;
    return into;
  };

  const purified = (row: number, into = new Float32Array(dimension)): Float32Array => {
    vector(row, into);
    for (let i = 0; i < dimension; i++) (into[i] as number) -= mean[i] as number;
    for (const component of components) subtractProjection(into, component);
    const length = Math.sqrt(dot(into, into));
    // Nothing is left of a word that is all mean; its own vector is the only unit vector there is for it.
    if (length === 0) return vector(row, into);
    for (let i = 0; i < dimension; i++) (into[i] as number) /= length;
    return into;
  };

  return {
    id: header.sha256,
    dimension,
    size,
    row: (word) => lookup(word.toLowerCase()),
    rank: (row) => row,
    generalIdf: (row) => generalIdf[row] as number,
    vector,
    purified,
    sentenceComponent: sections.sentenceComponent,
  };
}

/** Removes from a vector what points along a unit vector. */
function subtractProjection(vector: Float32Array, direction: Float32Array): void {
  const length = dot(vector, direction);
  for (let i = 0; i < vector.length; i++) (vector[i] as number) -= length * (direction[i] as number);
}
