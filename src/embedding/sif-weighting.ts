/** How much each word counts in a sentence vector, by its rank of frequency in general English. */
export interface SifWeighting {
  /** Share of running text that is this word; sums to 1 over the table. */
  probability(rank: number): number;
  /** Smooth inverse frequency, 0 to 1: a / (a + p(word)) with a = 0.001 (Arora, Liang and Ma 2017). */
  weight(rank: number): number;
}

const smoothing = 1e-3;
/** Zipf's law as corrected by Mandelbrot (1953): p = C / (rank + 2.7). */
const shift = 2.7;

/** The table holds ranks and no counts, so frequency follows from the rank. `words` is the number of ranks, from 0. */
export function createSifWeighting(words: number): SifWeighting {
  let sum = 0;
  for (let rank = 0; rank < words; rank++) sum += 1 / (rank + shift);
  const probability = (rank: number) => 1 / (sum * (rank + shift));
  return { probability, weight: (rank) => smoothing / (smoothing + probability(rank)) };
}
