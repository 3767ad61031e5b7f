import type { Calibration } from "./calibration.ts";
import type { CaseKind } from "./case.ts";
import type { KindFigures } from "./figures.ts";
import type { GateResult } from "./gates.ts";
import type { JudgedCase } from "./judged-case.ts";
import type { Half } from "./split.ts";
import type { Verdict } from "./verdict.ts";

/** What one evaluation found. Everything but `latencies` is the same in every run over one state of everything. */
export interface EvaluationReport {
  /** Which cases were asked. */
  readonly half: Half | "all";
  /** No gate failed. */
  readonly passed: boolean;
  readonly gates: readonly GateResult[];
  /** Over the gating halves of all sets together. */
  readonly gatingCalibration: Calibration;
  readonly sets: readonly SetReport[];
  /** By set. Reported, never gated. */
  readonly latencies: Readonly<Record<string, Latency>>;
}

export interface SetReport {
  readonly name: string;
  readonly embedder: string;
  readonly answerer: string;
  readonly documents: number;
  /** Cases that were asked. */
  readonly cases: number;
  readonly kinds: readonly KindFigures[];
  readonly calibration: readonly (Calibration & { readonly half: Half })[];
  /** Of the tuning half alone: whoever tunes by these must not have seen the gating half. */
  readonly failures: readonly Failure[];
}

/** Milliseconds of one question, nearest rank; null where none was asked. */
export interface Latency {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
}

export interface Failure {
  readonly id: string;
  readonly kind: CaseKind;
  readonly verdict: Verdict;
  readonly question: string;
  readonly answer: string;
  /** Of the evidence among the paragraphs retrieved; null where it was not retrieved or there is none. */
  readonly rank: number | null;
  readonly citedEvidenceFirst: boolean;
  readonly confidence: number;
}

export function failureOf({ testCase, verdict, answer, rank, citations, confidence }: JudgedCase): Failure {
  const { id, kind, question } = testCase;
  return { id, kind, verdict, question, answer, rank, citedEvidenceFirst: citations.first, confidence };
}
