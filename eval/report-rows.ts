import { gatedFigures, type KindFigures } from "./figures.ts";
import type { GateResult } from "./gates.ts";
import type { EvaluationReport, SetReport } from "./report.ts";
import type { Proportion } from "./statistics.ts";

/** A table before it is drawn: the head and the rows, every cell as text, all rows as long as the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Answers: whether the facts are right, and whether questions without an answer were refused. */
export function accuracyTable({ kinds }: SetReport): Table {
  return {
    head: [
      "kind",
      "half",
      "cases",
      "strict",
      "95 % interval",
      "lenient",
      "false answers",
      "false refusals",
      "EM",
      "F1",
    ],
    rows: kinds.map((row) => [
      ...leadOf(row),
      figure(row.strict),
      row.strict === null ? absent : `${figure(row.strict.low)} to ${figure(row.strict.high)}`,
      figure(row.lenient),
      figure(row.falseAnswers),
      figure(row.falseRefusals),
      figure(row.exactMatch),
      figure(row.f1),
    ]),
  };
}

/** Proof: what the citations and the passages are worth, and how long answers are. */
export function evidenceTable({ kinds }: SetReport): Table {
  return {
    head: ["kind", "half", "verbatim", "first", "any", "precision", "R@1", "R@5", "R@10", "MRR", "words p50", "p90"],
    rows: kinds.map((row) => [
      row.kind,
      row.half,
      ...[row.citationVerbatim, row.citationFirst, row.citationAny, row.citationPrecision].map(figure),
      ...[row.recallAt1, row.recallAt5, row.recallAt10, row.mrr].map(figure),
      row.wordsMedian === null ? absent : String(row.wordsMedian),
      row.wordsP90 === null ? absent : String(row.wordsP90),
    ]),
  };
}

export function calibrationTable(report: EvaluationReport): Table {
  const all = { name: "all sets", half: "gating", ...report.gatingCalibration };
  const own = report.sets.flatMap(({ name, calibration }) => calibration.map((each) => ({ name, ...each })));
  return {
    head: ["set", "half", "answers", "AUROC", "calibration error", "Brier"],
    rows: [...own, all]
      .filter(({ forecasts }) => forecasts > 0)
      .map(({ name, half, forecasts, auroc, expectedCalibrationError, brier }) => [
        name,
        half,
        String(forecasts),
        ...[auroc, expectedCalibrationError, brier].map(figure),
      ]),
  };
}

export function gateTable(gates: readonly GateResult[]): Table {
  return {
    head: ["gate", "set", "kind", "figure", "measured", "bar", "cases"],
    rows: gates.map(({ outcome, set, kind, figure: name, measured, bar, cases }) => [
      outcome === "failed" ? "FAILED" : outcome,
      set,
      kind,
      name,
      figure(measured),
      `${gatedFigures[name]} ${bar}`,
      String(cases),
    ]),
  };
}

export function latencyTable({ latencies }: EvaluationReport): Table {
  return {
    head: ["set", "p50 ms", "p95 ms", "p99 ms"],
    rows: Object.entries(latencies).map(([name, { p50Ms, p95Ms, p99Ms }]) => [
      name,
      ...[p50Ms, p95Ms, p99Ms].map((time) => (time === null ? absent : time.toFixed(2))),
    ]),
  };
}

const absent = "-";

function leadOf({ kind, half, cases }: KindFigures): string[] {
  return [kind, half, String(cases)];
}

/** Three decimals: enough to tell neighbours apart in a kind of a thousand cases. */
function figure(value: Proportion | number | null): string {
  if (value === null) return absent;
  return (typeof value === "number" ? value : value.value).toFixed(3);
}
