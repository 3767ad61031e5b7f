import { AnnalistError } from "../domain/errors.ts";
import { createTermNetwork, type TermNetworkWeights } from "../learned/term-network.ts";

/** Learned listwise from the features of whole candidate lists; the mean of the networks' scores ranks. */
export interface RankerWeights {
  readonly features: readonly string[];
  readonly termFeatures: readonly string[];
  /** Each over the features, then their distances, and over the term rows. None scores everything 0. */
  readonly networks: readonly TermNetworkWeights[];
}

/** What the ranker reads of one candidate. */
export interface RankerInput {
  readonly features: Float64Array;
  readonly termRows: Float64Array;
}

/** Raw scores of all candidates of one question, higher is better. */
export type SentenceRanker = (candidates: readonly RankerInput[]) => readonly number[];

/** Throws an `AnnalistError` where the weights were made for other features than this program computes. */
export function createSentenceRanker(
  weights: RankerWeights,
  { features, termFeatures }: Pick<RankerWeights, "features" | "termFeatures">,
): SentenceRanker {
  if (weights.features.join() !== features.join() || weights.termFeatures.join() !== termFeatures.join()) {
    throw new AnnalistError(
      "configuration",
      `the ranker's weights were made for ${weights.features.length} features and ${weights.termFeatures.length} of terms, this program computes ${features.length} and ${termFeatures.length} (or others): train again with: npm run train`,
    );
  }
  const network = createTermNetwork(weights.networks);
  return (candidates) => {
    const inputs = withDistances(candidates.map((each) => each.features));
    return candidates.map(({ termRows }, i) => network(inputs[i] as Float64Array, termRows));
  };
}

/** Each row followed by its distance to the largest value that any candidate of the question has. */
export function withDistances(rows: readonly Float64Array[]): readonly Float64Array[] {
  const first = rows[0];
  if (first === undefined) return [];
  const n = first.length;
  const largest = Float64Array.from(first);
  for (const row of rows)
    for (let i = 0; i < n; i++) if ((row[i] as number) > (largest[i] as number)) largest[i] = row[i] as number;
  return rows.map((row) => {
    const input = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      input[i] = row[i] as number;
      input[n + i] = (largest[i] as number) - (row[i] as number);
    }
    return input;
  });
}
