import { drawTable } from "../eval/report-table.ts";

/** One figure, beside a peer's from the same run where there is a peer. */
export interface BenchmarkResult {
  readonly name: string;
  /** Such as `ms`, `MB` or `share`. */
  readonly unit: string;
  readonly ours: number;
  readonly peer: { readonly name: string; readonly value: number } | null;
}

/** A table: ratios are ours to the peer's, since absolute times mean little on another machine. */
export function resultTable(results: readonly BenchmarkResult[]): string {
  return drawTable({
    head: ["benchmark", "unit", "ours", "peer", "ratio", "peer's name"],
    rows: results.map(({ name, unit, ours, peer }) => [
      name,
      unit,
      ours.toFixed(3),
      peer === null ? "-" : peer.value.toFixed(3),
      peer === null || peer.value === 0 ? "-" : (ours / peer.value).toFixed(2),
      peer?.name ?? "-",
    ]),
  });
}
