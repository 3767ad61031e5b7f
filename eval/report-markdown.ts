import type { EvaluationReport } from "./report.ts";
import { accuracyTable, calibrationTable, evidenceTable, gateTable, latencyTable, type Table } from "./report-rows.ts";

/** The report as Markdown. The section "Latency" at its end is all that differs between two runs. */
export function reportMarkdown(report: EvaluationReport): string {
  return [
    "# Evaluation",
    "",
    `Halves asked: ${report.half}. ${verdictOf(report)}`,
    "",
    "## Gates",
    "",
    report.gates.length === 0 ? "None was checked." : markdownTable(gateTable(report.gates)),
    "",
    ...report.sets.flatMap((set) => [
      `## ${set.name}`,
      "",
      `Cases: ${set.cases}. Documents: ${set.documents}. Embedder: \`${set.embedder}\`. Answerer: \`${set.answerer}\`.`,
      "",
      markdownTable(accuracyTable(set)),
      "",
      markdownTable(evidenceTable(set)),
      "",
    ]),
    "## Calibration",
    "",
    markdownTable(calibrationTable(report)),
    "",
    "## Latency",
    "",
    markdownTable(latencyTable(report)),
    "",
  ].join("\n");
}

function verdictOf({ half, passed, gates }: EvaluationReport): string {
  if (half === "tuning") return "Gates look at the gating half alone.";
  const failed = gates.filter(({ outcome }) => outcome === "failed").length;
  return passed ? "No gate failed." : `${failed} of ${gates.length} gates failed.`;
}

function markdownTable({ head, rows }: Table): string {
  return [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}
