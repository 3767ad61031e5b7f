const maxSweeps = 60;

/**
 * The eigenvectors of the `count` largest eigenvalues of a symmetric matrix (row-major, n x n, not changed), the
 * largest first, of unit length, each with its element of largest magnitude positive: cyclic Jacobi rotations
 * (Golub and Van Loan, Matrix Computations, 8.5). Only arithmetic and square roots, so every engine gets the same bits.
 */
export function principalComponents(matrix: Float64Array, count: number): Float64Array[] {
  const n = Math.sqrt(matrix.length);
  const values = Float64Array.from(matrix);
  const vectors = identity(n);
  for (let sweep = 0; sweep < maxSweeps && offDiagonal(values, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) annihilate(values, vectors, [n, p, q]);
  }
  const order = Array.from({ length: n }, (_, i) => i);
  const eigenvalue = (i: number) => values[i * n + i] as number;
  order.sort((a, b) => eigenvalue(b) - eigenvalue(a) || a - b);
  return order.slice(0, count).map((i) => withPositivePeak(vectors.slice(i * n, i * n + n)));
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

function offDiagonal(matrix: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) sum += Math.abs(matrix[p * n + q] as number);
  return sum;
}

/** One rotation in the plane (p, q) that makes element (p, q) zero; row i of `vectors` follows eigenvector i. */
function annihilate(
  a: Float64Array,
  vectors: Float64Array,
  [n, p, q]: readonly [n: number, p: number, q: number],
): void {
  const apq = a[p * n + q] as number;
  const app = a[p * n + p] as number;
  const aqq = a[q * n + q] as number;
  // Below the precision of the diagonal a rotation changes nothing any more; zero lets the sweeps come to an end.
  const negligible = app + apq === app && aqq + apq === aqq;
  if (!negligible) {
    const tau = (aqq - app) / (2 * apq);
    const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    const cosine = 1 / Math.sqrt(1 + tangent * tangent);
    const rotation = { cosine, sine: tangent * cosine };
    rotate(a, rotation, [n, p * n, q * n, 1]);
    rotate(a, rotation, [n, p, q, n]);
    rotate(vectors, rotation, [n, p * n, q * n, 1]);
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

/** Rotates two rows (stride 1) or two columns (stride n) into each other. */
function rotate(
  a: Float64Array,
  { cosine, sine }: { readonly cosine: number; readonly sine: number },
  [n, first, second, stride]: readonly [n: number, first: number, second: number, stride: number],
): void {
  for (let i = 0; i < n; i++) {
    const x = a[first + i * stride] as number;
    const y = a[second + i * stride] as number;
    a[first + i * stride] = cosine * x - sine * y;
    a[second + i * stride] = sine * x + cosine * y;
  }
}

function withPositivePeak(vector: Float64Array): Float64Array {
  let peak = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(peak)) peak = value;
  return peak < 0 ? vector.map((value) => -value) : vector;
}
