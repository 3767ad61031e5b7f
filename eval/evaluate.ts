import type { Case } from "./case.ts";
import { checkEvidence } from "./check-evidence.ts";
import { type EvaluationDocument, prepareDocument } from "./evaluation-document.ts";
import { checkGates } from "./gates.ts";
import { type JudgedCase, judgeRun } from "./judged-case.ts";
import { type EvaluationReport, failureOf, type Latency, type SetReport } from "./report.ts";
import { type Ask, runCases } from "./run-cases.ts";
import { type Half, splitCases } from "./split.ts";
import { percentile } from "./statistics.ts";
import { calibrateCases, halves, summarize } from "./summarize.ts";
import type { Thresholds } from "./thresholds.ts";

/** Cases, the documents they are about, and what answers them. */
export interface EvaluationSet {
  /** What thresholds and reports call it. */
  readonly name: string;
  readonly cases: readonly Case[];
  readonly documents: readonly EvaluationDocument[];
  readonly ask: Ask;
  /** Ids of the parts in use, for the report. */
  readonly embedder: string;
  readonly answerer: string;
}

export interface EvaluationOptions {
  readonly sets: readonly EvaluationSet[];
  readonly thresholds: Thresholds;
  /** Which cases to ask. Default `all`. With `tuning` no gate is checked. */
  readonly half?: Half | "all";
  /** Milliseconds from any fixed point. Default `performance.now`. */
  readonly now?: () => number;
}

/**
 * Asks every case of every set, in order, and returns figures, gates and the failures of the tuning half.
 * Two runs over one state of everything differ in `latencies` alone. Throws a `ConfigurationError` where evidence is
 * not in the corpus, and whatever a question failed with.
 */
export async function evaluate({ sets, thresholds, half = "all", now }: EvaluationOptions): Promise<EvaluationReport> {
  const judged: JudgedCase[] = [];
  const reports: SetReport[] = [];
  const latencies: Record<string, Latency> = {};
  for (const set of sets) {
    const members = await judgeSet(set, half, now);
    judged.push(...members);
    reports.push(reportSet(set, members));
    latencies[set.name] = latencyOf(members);
  }
  const gates = half === "tuning" ? [] : reports.flatMap(({ name, kinds }) => checkGates(name, kinds, thresholds));
  return {
    half,
    passed: gates.every(({ outcome }) => outcome !== "failed"),
    gates,
    gatingCalibration: calibrateCases(judged.filter((each) => each.half === "gating")),
    sets: reports,
    latencies,
  };
}

async function judgeSet(set: EvaluationSet, half: Half | "all", now?: () => number): Promise<readonly JudgedCase[]> {
  const documents = set.documents.map(prepareDocument);
  checkEvidence(set.name, set.cases, documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const split = await splitCases(set.cases, documents);
  const chosen = set.cases.flatMap((testCase, i) => {
    const own = split[i] ?? "tuning";
    return half === "all" || half === own ? [{ testCase, half: own }] : [];
  });
  const runs = await runCases(
    chosen.map(({ testCase }) => testCase),
    set.ask,
    now,
  );
  return runs.map((run, i) => judgeRun(run, chosen[i]?.half ?? "tuning", byId));
}

function reportSet(set: EvaluationSet, judged: readonly JudgedCase[]): SetReport {
  return {
    name: set.name,
    embedder: set.embedder,
    answerer: set.answerer,
    documents: set.documents.length,
    cases: judged.length,
    kinds: summarize(judged),
    calibration: halves.map((half) => ({ half, ...calibrateCases(judged.filter((each) => each.half === half)) })),
    failures: judged.filter(({ half, verdict }) => half === "tuning" && verdict !== "right").map(failureOf),
  };
}

function latencyOf(judged: readonly JudgedCase[]): Latency {
  const times = judged.map(({ latencyMs }) => latencyMs);
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  };
}
