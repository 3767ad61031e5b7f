/** Some of the rows of an index: where a search may look. Immutable. */
export interface RowFilter {
  /** Ascending, each once. */
  readonly rows: Uint32Array;
  has(row: number): boolean;
}

/** Takes the rows, from 0 up to `size`, that pass; each is asked about once, here. Memory: a bit a row, 4 bytes more for one that passes. */
export function createRowFilter(size: number, passes: (row: number) => boolean): RowFilter {
  const bits = new Uint8Array(Math.ceil(size / 8));
  const rows: number[] = [];
  for (let row = 0; row < size; row++) {
    if (!passes(row)) continue;
    rows.push(row);
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
  }
  return {
    rows: Uint32Array.from(rows),
    has: (row) => ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0,
  };
}
