import { areaUnderCurve } from "../eval/calibration.ts";
import { falseAnswersAt } from "./false-answers.ts";
import { type Cell, markdownTable, share } from "./markdown-table.ts";
import type { CaseReading } from "./read-cases.ts";

const written: readonly string[] = ["xquad-dev", "qa-dev", "qa-train"];
const types = ["attribute", "entity", "time", "beyond", "false_premise"] as const;
const refusals = 0.1;

/** How well the confidence tells questions that the corpus answers from those that it does not. */
export function abstentionTable(readings: readonly CaseReading[]): string {
  const whole = readings.filter(({ removed }) => !removed);
  const inText = whole.filter(({ set }) => written.includes(set));
  const answerable = inText.filter(({ testCase }) => !testCase.abstain);
  const nearMisses = inText.filter(({ testCase }) => testCase.abstain);
  const others = Map.groupBy(
    whole.filter(({ set }) => !written.includes(set)),
    ({ set }) => set,
  );
  const removed = readings.filter((each) => each.removed && written.includes(each.set));
  return markdownTable(
    ["unanswerable questions", "n", "answerable", "AUROC", "false answers at 10 % false refusals"],
    [
      row("near misses of qa-dev and qa-train", answerable, nearMisses),
      ...types.map((type) =>
        row(
          `of them ${type.replace("_", " ")}`,
          answerable,
          nearMisses.filter(({ testCase }) => testCase.type === type),
        ),
      ),
      row("answerable ones, evidence removed", answerable, removed),
      ...[...others].flatMap(([set, members]) => {
        const own = members.filter(({ testCase }) => testCase.abstain);
        if (own.length === 0) return [];
        return [
          row(
            `near misses of ${set}`,
            members.filter(({ testCase }) => !testCase.abstain),
            own,
          ),
        ];
      }),
    ],
  );
}

function row(name: string, answerable: readonly CaseReading[], unanswerable: readonly CaseReading[]): readonly Cell[] {
  const [above, below] = [answerable, unanswerable].map((readings) => readings.map(({ confidence }) => confidence));
  const forecasts = [
    ...(above ?? []).map((confidence) => ({ confidence, right: true })),
    ...(below ?? []).map((confidence) => ({ confidence, right: false })),
  ];
  return [
    name,
    unanswerable.length,
    answerable.length,
    share(areaUnderCurve(forecasts)),
    share(falseAnswersAt(refusals, above ?? [], below ?? [])),
  ];
}
