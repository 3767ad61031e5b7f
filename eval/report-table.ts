import { describeGate } from "./gates.ts";
import type { EvaluationReport, Failure } from "./report.ts";
import { accuracyTable, calibrationTable, evidenceTable, gateTable, latencyTable, type Table } from "./report-rows.ts";

/** The report as text for a terminal, ending in a line that says whether the gates passed. */
export function reportTable(report: EvaluationReport): string {
  const sets = report.sets.flatMap((set) => [
    `${set.name}: cases ${set.cases}, documents ${set.documents}, embedder ${set.embedder}, answerer ${set.answerer}`,
    "",
    drawTable(accuracyTable(set)),
    "",
    drawTable(evidenceTable(set)),
    "",
  ]);
  const failed = report.gates.filter(({ outcome }) => outcome === "failed");
  const verdict =
    report.half === "tuning"
      ? ["tuning half alone: no gate was checked"]
      : report.passed
        ? [`gates: none of ${report.gates.length} failed`]
        : [`gates: ${failed.length} of ${report.gates.length} failed`, ...failed.map(describeGate)];
  return [
    ...sets,
    drawTable(calibrationTable(report)),
    "",
    drawTable(latencyTable(report)),
    "",
    ...(report.gates.length > 0 ? [drawTable(gateTable(report.gates)), ""] : []),
    ...verdict,
  ].join("\n");
}

/** Failures of the tuning half, one paragraph each. */
export function failureList(report: EvaluationReport): string {
  return report.sets
    .flatMap(({ name, failures }) => failures.map((failure) => describeFailure(name, failure)))
    .join("\n");
}

function describeFailure(set: string, failure: Failure): string {
  const { id, kind, verdict, question, answer, rank, citedEvidenceFirst, confidence } = failure;
  const found = rank === null ? "evidence not retrieved" : `evidence at rank ${rank}`;
  const cited = citedEvidenceFirst ? "cited first" : "not cited first";
  return [
    `${verdict}: ${set} ${kind} ${id} (${found}, ${cited}, confidence ${confidence})`,
    `  Q ${printable(question)}`,
    `  A ${printable(answer)}`,
    "",
  ].join("\n");
}

/** Text of a document must not move the cursor of a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

/** Columns padded to their widest cell; numbers stand right. */
export function drawTable({ head, rows }: Table): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => /^[-\d.]+$/u.test(row[i] ?? "")));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
