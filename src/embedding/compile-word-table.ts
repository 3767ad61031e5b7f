import { principalComponents } from "./principal-components.ts";
import { quantizeRow } from "./quantize-row.ts";
import { createSifWeighting } from "./sif-weighting.ts";
import { type Rows, weightedOuterSum, weightedSum } from "./weighted-moments.ts";

/** A table as numbers, ready for `encodeWordTable`. Rows are in order of frequency. */
export interface WordTableContent {
  readonly words: readonly string[];
  readonly dimension: number;
  readonly generalIdf: Float32Array;
  readonly scales: Float32Array;
  readonly matrix: Int8Array;
  readonly mean: Float32Array;
  /** Principal components one after the other. */
  readonly principal: Float32Array;
  readonly sentenceComponent: Float32Array;
}

/** Words behind the mean and the principal components: those beyond are rare, their vectors noisy. */
const commonWords = 60_000;
/** Principal components that `purified` removes. */
export const componentCount = 3;
/** Words of a typical sentence. */
const sentenceWords = 20;

/**
 * Words, the most frequent first, and their unit vectors, one row each -> the table. Everything in it follows from
 * these and their order; there is no corpus whose change could move a vector.
 */
export function compileWordTable(words: readonly string[], vectors: Rows): WordTableContent {
  const common = Math.min(commonWords, words.length);
  const weights = new Float64Array(common).fill(1 / common);
  const mean = weightedSum(vectors, weights);
  const covariance = addOuterProduct(weightedOuterSum(vectors, weights), mean, -1);
  return {
    words,
    dimension: vectors.dimension,
    // Computed here and stored: the last bits of Math.log differ between engines.
    generalIdf: Float32Array.from(words, (_, rank) => 0.85 * Math.log(2 + rank)),
    ...quantizeRows(words.length, vectors),
    mean: Float32Array.from(mean),
    principal: Float32Array.from(principalComponents(covariance, componentCount).flatMap((each) => [...each])),
    sentenceComponent: sentenceComponent(words.length, vectors),
  };
}

function quantizeRows(count: number, { values, dimension }: Rows): Pick<WordTableContent, "matrix" | "scales"> {
  const scales = new Float32Array(count);
  const matrix = new Int8Array(count * dimension);
  for (let row = 0; row < count; row++) {
    const quantized = quantizeRow(values.subarray(row * dimension, (row + 1) * dimension));
    scales[row] = quantized.scale;
    matrix.set(quantized.values, row * dimension);
  }
  return { scales, matrix };
}

/**
 * The direction that weighted sentence averages have in common (Arora et al. 2017 take the first singular vector of
 * a sample of sentences). A sample would be a corpus; general English is taken as words drawn independently by their
 * frequency instead. For n draws with probability p and weight w the second moment of the average is known exactly,
 * (n - 1)/n m m' + 1/n sum(p w^2 v v') with m = sum(p w v), and needs no random numbers.
 */
function sentenceComponent(count: number, vectors: Rows): Float32Array {
  const { probability, weight } = createSifWeighting(count);
  const ranks = Float64Array.from({ length: count }, (_, rank) => rank);
  const mean = weightedSum(
    vectors,
    ranks.map((rank) => probability(rank) * weight(rank)),
  );
  const moment = weightedOuterSum(
    vectors,
    ranks.map((rank) => probability(rank) * weight(rank) ** 2),
  );
  const [first] = principalComponents(addOuterProduct(moment, mean, sentenceWords - 1), 1);
  return Float32Array.from(first ?? []);
}

/** matrix + factor x vector x vector transposed. */
function addOuterProduct(matrix: Float64Array, vector: Float64Array, factor: number): Float64Array {
  const n = vector.length;
  return matrix.map((value, k) => value + factor * (vector[Math.floor(k / n)] as number) * (vector[k % n] as number));
}
