import { featureNames } from "../../src/retrieval/sentence-features.ts";
import type { RankerWeights } from "../../src/retrieval/sentence-ranker.ts";
import { termFeatureNames } from "../../src/retrieval/term-features.ts";

/** Weights that score every sentence 0, for tests of what is read before anything is ranked. */
export function neutralRanker(): RankerWeights {
  return { features: featureNames, termFeatures: termFeatureNames, networks: [] };
}
