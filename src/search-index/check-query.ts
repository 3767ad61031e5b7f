import { ModelError } from "../domain/errors.ts";
import { vectorProblem } from "./check-vector.ts";

/** The gate before every dense search: a `ModelError` for a query that is no unit vector, a `RangeError` for a bad k. */
export function checkQuery(query: ArrayLike<number>, dimension: number, k: number): void {
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`k is ${k}; expected a whole number from 0`);
  const problem = vectorProblem(query, dimension);
  if (problem === null) return;
  throw new ModelError(
    `the embedder gave a query vector with ${problem}; expected ${dimension} finite elements of unit length: ` +
      "check the embedder that is set, then build the index with it: npm run ingest",
    { code: "embedder" },
  );
}
