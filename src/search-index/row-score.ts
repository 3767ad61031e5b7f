/**
 * Inner product of a query with one row of a matrix, summed in the order of `dot` in domain/vector.ts and so equal
 * to it in every bit, without a view made for each row.
 */
export function rowScore(query: ArrayLike<number>, vectors: Float32Array, row: number): number {
  const offset = row * query.length;
  let sum = 0;
  for (let i = 0; i < query.length; i++) sum += (query[i] as number) * (vectors[offset + i] as number);
  return sum;
}
