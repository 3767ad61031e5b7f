/** Rows of `dimension` numbers one after the other; as many of them count as there are weights. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimension: number;
}

/** The sum of weight x row. */
export function weightedSum({ values, dimension }: Rows, weights: Float64Array): Float64Array {
  const sum = new Float64Array(dimension);
  for (const [row, weight] of weights.entries()) {
    for (let i = 0; i < dimension; i++) (sum[i] as number) += weight * (values[row * dimension + i] as number);
  }
  return sum;
}

/** The sum of weight x row x row transposed: a symmetric matrix, row-major. */
export function weightedOuterSum({ values, dimension }: Rows, weights: Float64Array): Float64Array {
  const sum = new Float64Array(dimension * dimension);
  for (const [row, weight] of weights.entries()) {
    for (let i = 0; i < dimension; i++) {
      const scaled = weight * (values[row * dimension + i] as number);
      for (let j = 0; j <= i; j++)
        (sum[i * dimension + j] as number) += scaled * (values[row * dimension + j] as number);
    }
  }
  for (let i = 0; i < dimension; i++)
    for (let j = 0; j < i; j++) sum[j * dimension + i] = sum[i * dimension + j] as number;
  return sum;
}
