import { unitVector, type Vector } from "../domain/vector.ts";
import type { WordTable } from "../embedding/word-table.ts";
import type { VectorCache } from "./word-similarity.ts";

/** Zipf-Mandelbrot frequency folded into one constant: a / (a + C / (rank + 2.7)) with a = 0.001 and C = 1 / 12. */
const frequencyOverSmoothing = 1000 / 12;

/**
 * SIF-weighted mean of word vectors less the common component, of unit length (Arora, Liang and Ma 2017), over word-table
 * rows; null where no word is known. It compares a question with a sentence whatever embedder built the index.
 */
export function sentenceVector(rows: readonly number[], table: WordTable, vectors: VectorCache): Vector | null {
  const sum = new Float64Array(table.dimension);
  for (const row of rows) {
    if (row < 0) continue;
    const rank = table.rank(row);
    const weight = (rank + 2.7) / (rank + 2.7 + frequencyOverSmoothing);
    const vector = vectors.plain(row);
    for (let i = 0; i < sum.length; i++) (sum[i] as number) += weight * (vector[i] as number);
  }
  const common = table.sentenceComponent;
  let along = 0;
  for (let i = 0; i < sum.length; i++) along += (sum[i] as number) * (common[i] as number);
  for (let i = 0; i < sum.length; i++) (sum[i] as number) -= along * (common[i] as number);
  return unitVector(sum);
}
