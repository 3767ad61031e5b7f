/**
 * Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009): ids of several rankings, best first, by the sum of
 * 1 / (k + rank) with rank from 1. Ties go to the smaller id, which stands earlier in the corpus.
 */
export function fuseRanks(rankings: readonly (readonly number[])[], k = 60): readonly number[] {
  return bestOf(fusedScores(rankings, k), Number.POSITIVE_INFINITY);
}

/** The sums that `fuseRanks` orders by, by id. */
export function fusedScores(rankings: readonly (readonly number[])[], k = 60): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [index, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (k + index + 1));
  }
  return scores;
}

/** Ids of a score table, best first, at most `limit`; ties go to the smaller id. */
export function bestOf(scores: ReadonlyMap<number, number>, limit: number): readonly number[] {
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, limit)
    .map(([id]) => id);
}
