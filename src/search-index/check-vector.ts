/** How far the squared length of a unit vector may be from 1: float32 rounding stays below a tenth of it. */
const tolerance = 1e-4;

/** What keeps a vector from being used as a unit vector of `dimension` elements, in words; null when nothing does. */
export function vectorProblem(values: ArrayLike<number>, dimension: number): string | null {
  if (values.length !== dimension) return `${values.length} elements`;
  let squared = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) return `${value} at element ${i}`;
    squared += value * value;
  }
  return Math.abs(squared - 1) <= tolerance ? null : `length ${Math.sqrt(squared).toPrecision(6)}`;
}

/** The first row of a matrix that is not a unit vector, and why; null when all are. `values` holds whole rows. */
export function firstBadRow(
  values: Float32Array,
  dimension: number,
): { readonly row: number; readonly problem: string } | null {
  for (let row = 0; row * dimension < values.length; row++) {
    const problem = vectorProblem(values.subarray(row * dimension, (row + 1) * dimension), dimension);
    if (problem !== null) return { row, problem };
  }
  return null;
}
