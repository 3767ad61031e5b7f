import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot } from "../../src/domain/vector.ts";
import { principalComponents } from "../../src/embedding/principal-components.ts";

const n = 5;
const samples = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
  minLength: 1,
  maxLength: 12,
});

function secondMoment(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) =>
    rows.reduce((sum, row) => sum + (row[Math.floor(k / n)] ?? 0) * (row[k % n] ?? 0), 0),
  );
}

function multiply(matrix: Float64Array, vector: Float64Array): number[] {
  return Array.from({ length: n }, (_, i) => dot(matrix.subarray(i * n, i * n + n), vector));
}

describe("principalComponents", () => {
  it("gives orthonormal eigenvectors, the largest eigenvalue first", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const matrix = secondMoment(rows);
        const components = principalComponents(matrix, n);
        const eigenvalues = components.map((component) => dot(component, multiply(matrix, component)));
        expect(eigenvalues).toEqual(eigenvalues.toSorted((a, b) => b - a).map((value) => expect.closeTo(value, 6)));
        for (const [i, component] of components.entries()) {
          for (const [j, other] of components.entries()) expect(dot(component, other)).toBeCloseTo(i === j ? 1 : 0, 9);
          const scaled = [...component].map((value) => expect.closeTo(value * (eigenvalues[i] ?? 0), 6));
          expect(multiply(matrix, component)).toEqual(scaled);
        }
      }),
    );
  });

  it("makes the element of largest magnitude positive, so that the sign is no accident", () => {
    const [first] = principalComponents(secondMoment([[-3, 1, 0, 0, 0]]), 1);
    expect([...(first ?? [])]).toEqual([3, -1, 0, 0, 0].map((value) => expect.closeTo(value / Math.sqrt(10), 12)));
  });

  it("leaves the matrix as it was and gives the same bits again", () => {
    const matrix = secondMoment([
      [1, 2, 3, 4, 5],
      [5, -4, 3, 2, 1],
      [0, 1, 0, 1, 7],
    ]);
    const copy = matrix.slice();
    expect(principalComponents(matrix, 3)).toEqual(principalComponents(matrix, 3));
    expect(matrix).toEqual(copy);
  });
});
