import { mean, percentile } from "../eval/statistics.ts";
import { markdownTable, share } from "./markdown-table.ts";
import type { CaseReading } from "./read-cases.ts";

/** Words and sentences of the answers that were given, to near misses too. */
export function lengthTable(readings: readonly CaseReading[]): string {
  const given = readings.filter(({ removed, sentences }) => !removed && sentences > 0);
  const groups = [...Map.groupBy(given, ({ set }) => set), ["all", given] as const];
  return markdownTable(
    ["set", "answers", "words: median", "p90", "one sentence", "two", "three"],
    groups.map(([name, members]) => {
      const words = members.map((each) => each.words);
      return [
        name,
        members.length,
        percentile(words, 0.5),
        percentile(words, 0.9),
        ...[1, 2, 3].map((count) => share(mean(members.map(({ sentences }) => Number(sentences === count))))),
      ];
    }),
  );
}
