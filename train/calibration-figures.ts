import { calibrate } from "../eval/calibration.ts";
import { mean } from "../eval/statistics.ts";
import { markdownTable, share } from "./markdown-table.ts";
import type { CaseReading } from "./read-cases.ts";

/** Whether the confidence is the share of best sentences on the evidence; of a near miss none is. */
export function calibrationTable(readings: readonly CaseReading[]): string {
  const whole = readings.filter(({ removed }) => !removed);
  const groups = [...Map.groupBy(whole, ({ set }) => set), ["all", whole] as const];
  return markdownTable(
    ["set", "n", "on the evidence", "mean confidence", "expected calibration error"],
    groups.map(([name, members]) => {
      const forecasts = members.map(({ confidence, ranker }) => ({ confidence, right: ranker.sentence === 1 }));
      return [
        name,
        members.length,
        share(mean(forecasts.map(({ right }) => Number(right)))),
        share(mean(forecasts.map(({ confidence }) => confidence))),
        share(calibrate(forecasts).expectedCalibrationError),
      ];
    }),
  );
}
