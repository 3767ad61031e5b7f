import { expect, it } from "vitest";
import type { CaseKind } from "../../eval/case.ts";
import { parseCases } from "../../eval/parse-cases.ts";
import { abstentionTable } from "../../train/abstention-figures.ts";
import { calibrationTable } from "../../train/calibration-figures.ts";
import { lengthTable } from "../../train/length-figures.ts";
import type { CaseReading } from "../../train/read-cases.ts";
import { sentenceTable } from "../../train/sentence-figures.ts";
import { shortAnswerTable } from "../../train/short-answer-figures.ts";

const nowhere = { sentence: null, paragraph: null };

function reading(set: string, confidence: number, more: Partial<CaseReading> & { kind?: CaseKind } = {}): CaseReading {
  const { kind = "paraphrase", ...rest } = more;
  const abstain = kind === "unanswerable";
  const [testCase] = parseCases(
    JSON.stringify({
      id: "a",
      kind,
      question: "Who sang?",
      answers: abstain ? [] : ["Callas"],
      evidence: abstain ? [] : ["Callas sang."],
      ...(abstain ? { abstain, type: "entity" } : {}),
    }),
    "cases",
  );
  if (testCase === undefined) throw new Error("no case");
  const short = { exactMatch: 0, f1: 0 };
  return {
    set,
    testCase,
    removed: false,
    ranker: nowhere,
    bm25: nowhere,
    confidence,
    short,
    sentences: 0,
    words: 0,
    ...rest,
  };
}

/** Cells of the rows below the head, by the first of them. */
function rowsOf(table: string): Readonly<Record<string, readonly string[]>> {
  const cells = table
    .split("\n")
    .slice(2)
    .map((line) => line.slice(2, -2).split(" | "));
  return Object.fromEntries(cells.map(([name = "", ...rest]) => [name, rest]));
}

it("counts the evidence for both rankings, over questions that the corpus answers", () => {
  const rows = rowsOf(
    sentenceTable([
      reading("news", 0.5, { ranker: { sentence: 1, paragraph: 1 }, bm25: { sentence: 3, paragraph: 6 } }),
      reading("news", 0.5, { ranker: { sentence: 4, paragraph: 5 } }),
      reading("news", 0.5, { kind: "unanswerable" }),
      reading("news", 0.5, { removed: true }),
      reading("qa-dev", 0.5, { kind: "short" }),
      reading("qa-dev", 0.5),
    ]),
  );
  expect(rows.news).toEqual(["2", "0.500", "1.000", "0.000", "0.500", "0.500", "0.500", "0.000", "1.000"]);
  expect(rows["qa-dev short"]?.[0]).toBe("1");
  expect(rows["qa-dev paraphrase"]?.[0]).toBe("1");
});

it("sets near misses and removed evidence against the answerable questions of all three written sets", () => {
  const rows = rowsOf(
    abstentionTable([
      reading("xquad-dev", 0.9, { kind: "direct" }),
      reading("qa-dev", 0.6),
      reading("qa-dev", 0.7, { kind: "unanswerable" }),
      reading("qa-dev", 0.1, { removed: true }),
      reading("news", 0.8),
      reading("news", 0.3, { kind: "unanswerable" }),
      reading("nq-dev", 0.2),
    ]),
  );
  expect(rows["near misses of qa-dev and qa-train"]).toEqual(["1", "2", "0.500", "1.000"]);
  expect(rows["of them entity"]).toEqual(["1", "2", "0.500", "1.000"]);
  expect(rows["of them time"]).toEqual(["0", "2", "-", "-"]);
  expect(rows["answerable ones, evidence removed"]).toEqual(["1", "2", "1.000", "0.000"]);
  expect(rows["near misses of news"]).toEqual(["1", "1", "1.000", "0.000"]);
  expect(rows["near misses of nq-dev"]).toBeUndefined();
});

it("calibrates against the best sentence, which is wrong for every near miss", () => {
  const rows = rowsOf(
    calibrationTable([
      reading("news", 0.8, { ranker: { sentence: 1, paragraph: 1 } }),
      reading("news", 0.4, { kind: "unanswerable" }),
      reading("news", 0, { removed: true }),
    ]),
  );
  expect(rows.news).toEqual(["2", "0.500", "0.600", "0.300"]);
  expect(rows.all).toEqual(rows.news);
});

it("scores short answers whether or not the answer is withheld, and lengths of those that are given", () => {
  const readings = [
    reading("nq-dev", 0.5, { short: { exactMatch: 1, f1: 1 }, sentences: 2, words: 30 }),
    reading("nq-dev", 0.5, { short: { exactMatch: 0, f1: 0.5 } }),
    reading("nq-dev", 0.5, { kind: "unanswerable", sentences: 1, words: 10 }),
  ];
  expect(rowsOf(shortAnswerTable(readings))["nq-dev"]).toEqual(["2", "0.500", "0.750"]);
  expect(rowsOf(lengthTable(readings))["nq-dev"]).toEqual(["2", "10", "30", "0.500", "0.500", "0.000"]);
});
