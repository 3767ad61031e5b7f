import type { CaseKind } from "./case.ts";
import { figureValue, type GatedFigure, gatedFigures, type KindFigures } from "./figures.ts";
import type { Thresholds } from "./thresholds.ts";

/** A kind with fewer gating cases than this is reported and not gated: its interval is too wide to mean anything. */
const minGatingCases = 20;

/** One bar held against one figure of a gating half. */
export interface GateResult {
  readonly set: string;
  readonly kind: CaseKind;
  readonly figure: GatedFigure;
  readonly bar: number;
  /** Null where there was nothing to measure. */
  readonly measured: number | null;
  /** Gating cases of the kind. */
  readonly cases: number;
  readonly outcome: "passed" | "failed" | "too few cases";
}

/** The gates of one set, in the order of the thresholds; figures of the tuning half are ignored. */
export function checkGates(set: string, figures: readonly KindFigures[], thresholds: Thresholds): GateResult[] {
  const bars = thresholds[set] ?? {};
  const gating = figures.filter(({ half }) => half === "gating");
  const named = Object.keys(bars).filter((kind): kind is CaseKind => kind !== "*");
  const kinds = new Set([...named, ...(bars["*"] === undefined ? [] : gating.map(({ kind }) => kind))]);
  return [...kinds].flatMap((kind) => {
    const own = gating.find((each) => each.kind === kind) ?? null;
    const merged = { ...applicable(bars["*"] ?? {}, own), ...bars[kind] };
    return (Object.entries(merged) as [GatedFigure, number][]).map(([figure, bar]) => {
      const measured = own === null ? null : figureValue(own, figure);
      const cases = own?.cases ?? 0;
      const outcome = cases < minGatingCases ? "too few cases" : passes(figure, measured, bar) ? "passed" : "failed";
      return { set, kind, figure, bar, measured, cases, outcome } as const;
    });
  });
}

/**
 * What of the bars for every kind a kind can meet: a kind without answerable cases may have no citation to judge.
 * Where there are answerable cases and nothing was measured, all was refused, and the gate fails.
 */
function applicable(bars: Partial<Record<GatedFigure, number>>, figures: KindFigures | null): typeof bars {
  if (figures === null || figures.answerable > 0) return bars;
  return Object.fromEntries(
    Object.entries(bars).filter(([figure]) => figureValue(figures, figure as GatedFigure) !== null),
  );
}

function passes(figure: GatedFigure, measured: number | null, bar: number): boolean {
  if (measured === null) return false;
  return gatedFigures[figure] === "at least" ? measured >= bar : measured <= bar;
}

/** One line: the figure, the bar and what was measured. */
export function describeGate({ set, kind, figure, bar, measured, cases, outcome }: GateResult): string {
  const found = measured === null ? "nothing to measure" : String(Math.round(measured * 10_000) / 10_000);
  return `${outcome}: ${set} ${kind} ${figure} ${found}, bar ${gatedFigures[figure]} ${bar} (${cases} gating cases)`;
}
