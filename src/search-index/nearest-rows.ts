import { rowScore } from "./row-score.ts";

/** Keeps the `k` best rows of those offered; equal scores go by row number, the lower first. Memory O(k). */
export interface NearestRows {
  offer(row: number, score: number): void;
  /** Best first. */
  rows(): readonly number[];
}

/** The `k` best of these rows of a matrix for a query, best first; each is scored by the portable inner product. */
export function nearestRows(
  rows: Iterable<number>,
  query: ArrayLike<number>,
  { vectors, k }: { readonly vectors: Float32Array; readonly k: number },
): readonly number[] {
  const nearest = createNearestRows(k);
  for (const row of rows) nearest.offer(row, rowScore(query, vectors, row));
  return nearest.rows();
}

/** A binary heap with the worst kept row on top, so that most offers cost one comparison. */
export function createNearestRows(k: number): NearestRows {
  const heap: { row: number; score: number }[] = [];

  function offer(row: number, score: number): void {
    const entry = { row, score };
    if (heap.length < k) {
      heap.push(entry);
      siftUp();
      return;
    }
    const worst = heap[0];
    if (worst === undefined || byRank(entry, worst) >= 0) return;
    heap[0] = entry;
    siftDown();
  }

  function siftUp(): void {
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!swapIfWorse(at, parent)) return;
      at = parent;
    }
  }

  function siftDown(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && byRank(entryAt(right), entryAt(left)) > 0 ? right : left;
      if (!swapIfWorse(child, at)) return;
      at = child;
    }
  }

  function swapIfWorse(child: number, parent: number): boolean {
    const below = entryAt(child);
    const above = entryAt(parent);
    if (byRank(below, above) <= 0) return false;
    heap[child] = above;
    heap[parent] = below;
    return true;
  }

  const entryAt = (index: number) => heap[index] as { row: number; score: number };
  return { offer, rows: () => heap.toSorted(byRank).map(({ row }) => row) };
}

function byRank(a: { row: number; score: number }, b: { row: number; score: number }): number {
  return b.score - a.score || a.row - b.row;
}
