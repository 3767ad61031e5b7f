/** Mean of the precision at each relevant place, best place first; 0 where nothing is relevant. Its mean over questions is MAP. */
export function averagePrecision(relevant: readonly boolean[]): number {
  let found = 0;
  let sum = 0;
  for (const [i, hit] of relevant.entries()) {
    if (!hit) continue;
    found++;
    sum += found / (i + 1);
  }
  return found === 0 ? 0 : sum / found;
}

/** One over the rank of the first relevant place; 0 where nothing is relevant. Its mean over questions is MRR. */
export function firstReciprocalRank(relevant: readonly boolean[]): number {
  const at = relevant.indexOf(true);
  return at < 0 ? 0 : 1 / (at + 1);
}
