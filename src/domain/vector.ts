/** An embedding: finite, of unit Euclidean length, of the dimension its embedder states. */
export type Vector = Float32Array;

/** Scales to unit length; returns null for a vector that is zero or holds an element that is no number. */
export function unitVector(values: ArrayLike<number>): Vector | null {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number);
  if (!Number.isFinite(sum) || sum === 0) return null;
  const norm = Math.sqrt(sum);
  const unit = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) unit[i] = (values[i] as number) / norm;
  return unit;
}

/** The one dot product that scores are made of, so that every engine computes the same number. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
