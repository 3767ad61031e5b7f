/** A share of `total` with its Wilson 95 % interval; all three of `value`, `low` and `high` within 0 to 1. */
export interface Proportion {
  readonly count: number;
  readonly total: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's score interval without continuity correction (Wilson 1927); null for a share of nothing.
 * Unlike the plain normal interval it stays within 0 to 1 and has a width at 0 and at 1.
 */
export function proportion(count: number, total: number): Proportion | null {
  if (total === 0) return null;
  const value = count / total;
  const centre = (value + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z / (1 + (z * z) / total)) * Math.sqrt((value * (1 - value)) / total + (z * z) / (4 * total * total));
  // At 0 and at 1 the bound is exact; rounding would leave it a hair off.
  return {
    count,
    total,
    value,
    low: count === 0 ? 0 : centre - half,
    high: count === total ? 1 : centre + half,
  };
}

/** The share of items for which the test holds. */
export function share<T>(items: readonly T[], test: (item: T) => boolean): Proportion | null {
  return proportion(items.filter(test).length, items.length);
}

/** Arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that at least the given share (0 to 1) of the values do not exceed: nearest rank. Null of nothing. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(part * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? null;
}
