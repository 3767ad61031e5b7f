import type { Vector } from "../domain/vector.ts";

/** The first basis vector: what a text without a word gets, since every embedding has unit length. */
export function basisVector(dimension: number): Vector {
  const vector = new Float32Array(dimension);
  vector[0] = 1;
  return vector;
}
