/** One vector as bytes. `values[i] * scale` is of unit length. */
export interface QuantizedRow {
  readonly values: Int8Array;
  readonly scale: number;
}

/**
 * Rounds a vector to 255 levels, the element of largest magnitude becoming 127. The scale is the inverse length of the
 * rounded row, not its rounding step: so the direction loses a little and the unit length nothing.
 * Throws a `RangeError` for a vector that is zero or not finite.
 */
export function quantizeRow(vector: ArrayLike<number>): QuantizedRow {
  let peak = 0;
  for (let i = 0; i < vector.length; i++) peak = Math.max(peak, Math.abs(vector[i] as number));
  if (!(peak > 0 && peak < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`quantizeRow: the largest magnitude is ${peak}; expected a finite vector that is not zero`);
  }
  const values = Int8Array.from({ length: vector.length }, (_, i) => Math.round(((vector[i] as number) / peak) * 127));
  let squares = 0;
  for (const value of values) squares += value * value;
  return { values, scale: 1 / Math.sqrt(squares) };
}
