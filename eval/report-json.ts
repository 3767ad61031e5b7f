import type { EvaluationReport } from "./report.ts";

/** The report as JSON with at most 4 decimals. `latencies`, its last key, is all that differs between two runs. */
export function reportJson(report: EvaluationReport): string {
  const { latencies, ...rest } = report;
  return `${JSON.stringify({ ...rest, latencies }, roundNumber, 2)}\n`;
}

function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}
