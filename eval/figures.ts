import type { CaseKind } from "./case.ts";
import type { Half } from "./split.ts";
import type { Proportion } from "./statistics.ts";
import type { Verdict } from "./verdict.ts";

/** The figures of one kind of question in one half of one set. A figure over no case is null. */
export interface KindFigures {
  readonly kind: CaseKind;
  readonly half: Half;
  readonly cases: number;
  /** Cases that the corpus answers. */
  readonly answerable: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Share of `right`. */
  readonly strict: Proportion | null;
  /** Share of `right`, `hedged` and `misquote`. */
  readonly lenient: Proportion | null;
  /** Share of `abstain` cases that were answered. */
  readonly falseAnswers: Proportion | null;
  /** Share of answerable cases that were refused. */
  readonly falseRefusals: Proportion | null;
  /** Share of those whose best sentence, which was withheld, is on the evidence. */
  readonly withheldRight: Proportion | null;
  /** Share of all citations that are the document's own words. */
  readonly citationVerbatim: Proportion | null;
  /** Share of answerable cases that were answered whose first citation is on the evidence. */
  readonly citationFirst: Proportion | null;
  readonly citationAny: Proportion | null;
  /** Share of citations of such answers that are on the evidence. */
  readonly citationPrecision: Proportion | null;
  /** Share of answerable cases whose evidence is among the first paragraphs, whether or not they were answered. */
  readonly recallAt1: Proportion | null;
  readonly recallAt5: Proportion | null;
  readonly recallAt10: Proportion | null;
  /** Mean reciprocal rank of the evidence. */
  readonly mrr: number | null;
  /** Means of the short answer's scores over answerable cases that have `answers`; 0 where there is no short answer. */
  readonly exactMatch: number | null;
  readonly f1: number | null;
  /** Words of the answers given; abstentions don't count. */
  readonly wordsMedian: number | null;
  readonly wordsP90: number | null;
}

/** Figures that a threshold may name, and which way is better. */
export const gatedFigures = {
  strict: "at least",
  lenient: "at least",
  falseAnswers: "at most",
  falseRefusals: "at most",
  citationVerbatim: "at least",
  citationFirst: "at least",
  citationAny: "at least",
  citationPrecision: "at least",
  recallAt1: "at least",
  recallAt5: "at least",
  recallAt10: "at least",
  mrr: "at least",
  exactMatch: "at least",
  f1: "at least",
  wordsMedian: "at most",
  wordsP90: "at most",
} as const;

export type GatedFigure = keyof typeof gatedFigures;

export function figureValue(figures: KindFigures, figure: GatedFigure): number | null {
  const value = figures[figure];
  return typeof value === "number" || value === null ? value : value.value;
}
