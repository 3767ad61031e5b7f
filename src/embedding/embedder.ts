import type { Vector } from "../domain/vector.ts";

/**
 * PORT: text -> vectors. An adapter is a factory that returns a plain object.
 * `embed` keeps the order of its texts and returns one unit vector of length `dimension` for each; it throws a
 * `ModelError` where it can't. A text without a known word still gets a unit vector (the first basis vector).
 */
export interface Embedder {
  /** Names the model and whatever else decides the vectors; two embedders with one id give the same vectors. */
  readonly id: string;
  readonly dimension: number;
  /** ISO 639-1 codes of the languages whose texts it can compare, or "any"; `["en"]` when absent. */
  readonly languages?: readonly string[] | "any";
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Vector[]>;
}
