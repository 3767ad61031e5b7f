import { mean } from "../eval/statistics.ts";
import { markdownTable, share } from "./markdown-table.ts";
import type { CaseReading, EvidencePlace } from "./read-cases.ts";

/** Whole questions and a few keywords differ too much to be averaged. */
const splitByKind: readonly string[] = ["qa-dev"];

/** Whether the evidence is among the candidates, comes first, is among the first three, and its paragraph among the first five. */
export function sentenceTable(readings: readonly CaseReading[]): string {
  const answerable = readings.filter(({ removed, testCase }) => !removed && !testCase.abstain);
  const groups = Map.groupBy(answerable, ({ set, testCase }) =>
    splitByKind.includes(set) ? `${set} ${testCase.kind}` : set,
  );
  return markdownTable(
    [
      "questions",
      "n",
      "candidates: BM25",
      "ours",
      "first sentence: BM25",
      "ours",
      "any of three: BM25",
      "ours",
      "paragraph in five: BM25",
      "ours",
    ],
    [...groups].map(([name, members]) => {
      const both = (test: (place: EvidencePlace) => boolean) =>
        (["bm25", "ranker"] as const).map((by) => share(mean(members.map((each) => Number(test(each[by]))))));
      return [
        name,
        members.length,
        ...both(({ sentence }) => sentence !== null),
        ...both(({ sentence }) => sentence === 1),
        ...both(({ sentence }) => sentence !== null && sentence <= 3),
        ...both(({ paragraph }) => paragraph !== null && paragraph <= 5),
      ];
    }),
  );
}
