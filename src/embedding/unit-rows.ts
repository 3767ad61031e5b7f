import { ModelError } from "../domain/errors.ts";
import { unitVector } from "../domain/vector.ts";
import type { Rows } from "./weighted-moments.ts";

/**
 * The vectors of some words, scaled to unit length, one row each in the order of `words`. Numbers behind the first
 * `dimensions` of a source vector are left out. Throws a `ModelError` for a vector that is missing, short or zero.
 */
export function unitRows(
  words: readonly string[],
  source: { readonly dimensions: number; readonly vectors: Readonly<Record<string, readonly number[]>> },
): Rows {
  const dimension = source.dimensions;
  const values = new Float32Array(words.length * dimension);
  for (const [row, word] of words.entries()) {
    const numbers = Object.hasOwn(source.vectors, word) ? (source.vectors[word] ?? []) : [];
    const unit = numbers.length < dimension ? null : unitVector(numbers.slice(0, dimension));
    if (unit === null) {
      const problem = `the vector of ${JSON.stringify(word)} has ${numbers.length} numbers or is zero`;
      throw new ModelError(`${problem}; expected at least ${dimension} finite numbers.`, { code: "embedder" });
    }
    values.set(unit, row * dimension);
  }
  return { values, dimension };
}
