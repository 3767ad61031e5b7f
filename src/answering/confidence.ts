import { AnnalistError } from "../domain/errors.ts";
import { createTermNetwork, type TermNetworkWeights } from "../learned/term-network.ts";
import type { Retrieval } from "../retrieval/retrieve.ts";
import { termFeatureNames } from "../retrieval/term-features.ts";
import { confidenceInputNames, confidenceInputs } from "./confidence-inputs.ts";

/** Small networks over what retrieval found, and the table that turns their score into a probability. */
export interface ConfidenceWeights {
  readonly inputs: readonly string[];
  readonly termFeatures: readonly string[];
  /**
   * Each a mean of networks; the lesser score counts. One knows near misses, whose words are all there but one, the other
   * what the documents are not about: a question must pass both.
   */
  readonly heads: readonly (readonly TermNetworkWeights[])[];
  /** Where this input is below `least`, the question is about something else and scores no more than `score`. */
  readonly gate: { readonly input: string; readonly least: number; readonly score: number };
  /** Rising scores with the probability at each; between two the probability is interpolated, since `Math.exp` differs between engines. */
  readonly calibration: readonly (readonly [score: number, probability: number])[];
  /** Answers below this confidence are withheld. */
  readonly threshold: number;
}

export interface Confidence {
  /** Answers below this probability are withheld. */
  readonly threshold: number;
  /** Raw score of the best sentence, higher is likelier right; 6 decimals. */
  score(retrieval: Pick<Retrieval, "sentences">): number;
  /** Probability, 0 to 1 with 4 decimals, that the best answer found is right; 0 where nothing was found. */
  probability(retrieval: Pick<Retrieval, "sentences">): number;
}

/** Throws an `AnnalistError` where the weights were made for other inputs than this program computes. */
export function createConfidence(weights: ConfidenceWeights): Confidence {
  const { inputs, termFeatures, heads, gate, calibration, threshold } = weights;
  if (inputs.join() !== confidenceInputNames.join() || termFeatures.join() !== termFeatureNames.join()) {
    throw new AnnalistError(
      "configuration",
      `the confidence's weights were made for ${inputs.length} inputs and ${termFeatures.length} of terms, this program computes ${confidenceInputNames.length} and ${termFeatureNames.length} (or others): train again with: npm run train`,
    );
  }
  const networks = heads.map(createTermNetwork);
  const gateAt = inputs.indexOf(gate.input);
  const score = ({ sentences }: Pick<Retrieval, "sentences">) => {
    const found = confidenceInputs({ sentences });
    const termRows = sentences[0]?.termRows ?? new Float64Array(0);
    const most = (found[gateAt] as number) < gate.least ? gate.score : Number.POSITIVE_INFINITY;
    return networks.reduce((least, network) => Math.min(least, network(found, termRows)), most);
  };
  return {
    threshold,
    score,
    probability: (retrieval) => (retrieval.sentences.length === 0 ? 0 : probabilityOf(score(retrieval), calibration)),
  };
}

/** The probability at a score, by linear interpolation; 4 decimals. Throws for an empty table. */
export function probabilityOf(score: number, calibration: ConfidenceWeights["calibration"]): number {
  const [first] = calibration;
  const last = calibration.at(-1);
  if (first === undefined || last === undefined) throw new Error("a confidence without calibration");
  if (score <= first[0]) return round(first[1]);
  if (score >= last[0]) return round(last[1]);
  const above = calibration.findIndex(([at]) => at > score);
  const [highScore, high] = calibration[above] ?? last;
  const [lowScore, low] = calibration[above - 1] ?? first;
  return round(low + ((score - lowScore) / (highScore - lowScore)) * (high - low));
}

function round(probability: number): number {
  return Math.round(probability * 1e4) / 1e4;
}
