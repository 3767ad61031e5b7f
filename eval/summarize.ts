import { type Calibration, calibrate } from "./calibration.ts";
import { caseKinds } from "./case.ts";
import type { KindFigures } from "./figures.ts";
import type { JudgedCase } from "./judged-case.ts";
import { isRecalled, reciprocalRank } from "./retrieval-metrics.ts";
import type { Half } from "./split.ts";
import { mean, percentile, proportion, share } from "./statistics.ts";

export const halves: readonly Half[] = ["tuning", "gating"];

/** Figures per kind and half, kinds in the order of `caseKinds`; a pair without cases has no row. */
export function summarize(judged: readonly JudgedCase[]): readonly KindFigures[] {
  return caseKinds.flatMap((kind) =>
    halves.flatMap((half) => {
      const members = judged.filter((each) => each.testCase.kind === kind && each.half === half);
      return members.length === 0 ? [] : [figuresOf(kind, half, members)];
    }),
  );
}

function figuresOf(kind: KindFigures["kind"], half: Half, cases: readonly JudgedCase[]): KindFigures {
  const answerable = cases.filter(({ testCase }) => !testCase.abstain);
  const answered = answerable.filter((each) => each.answered);
  const verdicts = { right: 0, hedged: 0, misquote: 0, wrong: 0 };
  for (const { verdict } of cases) verdicts[verdict]++;
  const cited = (list: readonly JudgedCase[], count: "count" | "verbatim" | "onEvidence"): number =>
    list.reduce((sum, { citations }) => sum + citations[count], 0);
  const shorts = answerable.filter(({ testCase }) => testCase.answers.length > 0);
  const words = cases.filter((each) => each.answered).map((each) => each.words);
  return {
    kind,
    half,
    cases: cases.length,
    answerable: answerable.length,
    verdicts,
    strict: proportion(verdicts.right, cases.length),
    lenient: proportion(cases.length - verdicts.wrong, cases.length),
    falseAnswers: share(
      cases.filter(({ testCase }) => testCase.abstain),
      (each) => each.answered,
    ),
    falseRefusals: share(answerable, (each) => each.refused),
    withheldRight: share(
      cases.filter((each) => each.withheldRight !== null),
      (each) => each.withheldRight === true,
    ),
    citationVerbatim: proportion(cited(cases, "verbatim"), cited(cases, "count")),
    citationFirst: share(answered, ({ citations }) => citations.first),
    citationAny: share(answered, ({ citations }) => citations.any),
    citationPrecision: proportion(cited(answered, "onEvidence"), cited(answered, "count")),
    recallAt1: share(answerable, ({ rank }) => isRecalled(rank, 1)),
    recallAt5: share(answerable, ({ rank }) => isRecalled(rank, 5)),
    recallAt10: share(answerable, ({ rank }) => isRecalled(rank, 10)),
    mrr: mean(answerable.map(({ rank }) => reciprocalRank(rank))),
    exactMatch: mean(shorts.map(({ short }) => short.exactMatch)),
    f1: mean(shorts.map(({ short }) => short.f1)),
    wordsMedian: percentile(words, 0.5),
    wordsP90: percentile(words, 0.9),
  };
}

/**
 * Calibration of `confidence`, the probability that the best answer found is right, whatever the status. A near miss has
 * no right answer, so there it is wrong. The best answer of a refused answerable case is the sentence that was withheld;
 * where nothing explains which it was, the case is left out.
 */
export function calibrateCases(judged: readonly JudgedCase[]): Calibration {
  return calibrate(
    judged
      .filter(({ testCase, refused, withheldRight }) => testCase.abstain || !refused || withheldRight !== null)
      .map(({ testCase, verdict, withheldRight, confidence }) => ({
        confidence,
        right: !testCase.abstain && (withheldRight ?? verdict === "right"),
      })),
  );
}
