import { mean } from "../eval/statistics.ts";
import { markdownTable, share } from "./markdown-table.ts";
import type { CaseReading } from "./read-cases.ts";

const sets: readonly string[] = ["xquad-dev", "qa-dev", "qa-train", "nq-dev"];

/** SQuAD's scores of the words picked out of the best sentence, over answerable questions, withheld ones included. */
export function shortAnswerTable(readings: readonly CaseReading[]): string {
  const asked = readings.filter(
    ({ set, removed, testCase }) => sets.includes(set) && !removed && testCase.answers.length > 0,
  );
  const groups = [...Map.groupBy(asked, ({ set }) => set), ["all", asked] as const];
  return markdownTable(
    ["set", "n", "exact match", "F1"],
    groups.map(([name, members]) => [
      name,
      members.length,
      share(mean(members.map(({ short }) => short.exactMatch))),
      share(mean(members.map(({ short }) => short.f1))),
    ]),
  );
}
