/** The development sets, by folder below the data folder; `weight` keeps a large set from drowning the others. */
export const sources = [
  { name: "xquad-dev", cases: "xquad-dev/cases.jsonl", corpus: "xquad-dev/corpus", weight: 1 },
  { name: "qa-dev", cases: "qa-dev/cases.jsonl", corpus: "xquad-dev/corpus", weight: 2.5 },
  { name: "qa-train", cases: "qa-train/cases.jsonl", corpus: "qa-train/corpus", weight: 2.5 },
  { name: "squad2-dev", cases: "squad2-dev/cases.jsonl", corpus: "squad2-dev/corpus", weight: 0.5 },
  { name: "nq-dev", cases: "nq-dev/cases.jsonl", corpus: "nq-dev/corpus", weight: 0.4 },
] as const;
