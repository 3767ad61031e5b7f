/**
 * Prints the figures of the gating halves as Markdown, beside those of plain BM25 over sentences:
 * node train/figures.ts [DATA] [--tuning]. Trains nothing, tunes nothing; the same models give the same bytes.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConfidenceWeights, createConfidence } from "../src/answering/confidence.ts";
import { createShortAnswerFinder } from "../src/answering/find-short-answer.ts";
import { createSpanRanker, type SpanRankerWeights } from "../src/answering/span-ranker.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeThesaurus } from "../src/embedding/thesaurus.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import type { RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import { abstentionTable } from "./abstention-figures.ts";
import { calibrationTable } from "./calibration-figures.ts";
import { lengthTable } from "./length-figures.ts";
import { type CaseReading, type ReadingModels, readCases } from "./read-cases.ts";
import { readSets } from "./read-set.ts";
import { sentenceTable } from "./sentence-figures.ts";
import { shortAnswerTable } from "./short-answer-figures.ts";
import { trainingSources } from "./sources.ts";
import { trecqaTable } from "./trecqa.ts";

/** Sets that are asked again without the paragraphs that hold their evidence. */
const askedAgain: readonly string[] = ["xquad-dev", "qa-dev", "qa-train"];

const half = process.argv.includes("--tuning") ? "tuning" : "gating";
const [data = "../shared/data"] = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const json = (name: string): unknown => JSON.parse(readFileSync(join("models", name), "utf8"));
const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const models: ReadingModels = {
  table,
  embedder: createStaticEmbedder(table),
  thesaurus: decodeThesaurus(readFileSync("models/thesaurus.bin")),
  ranker: json("sentence-ranker.json") as RankerWeights,
  confidence: createConfidence(json("confidence.json") as ConfidenceWeights),
  findShortAnswer: createShortAnswerFinder(createSpanRanker(json("span-ranker.json") as SpanRankerWeights, table)),
};
const trecqaFile = join(data, "trecqa/dev.csv");
const readings: CaseReading[] = [];
for (const { name, cases, corpus } of trainingSources(data)) {
  const sets = await readSets(name, cases, corpus, table);
  if (sets.length === 0) console.error(`${name}: absent, skipped`);
  const wanted = sets.filter((set) => set.name === name || (set.removed && askedAgain.includes(name)));
  for (const set of wanted) readings.push(...(await readCases(set, half, models)));
}

console.log(
  [
    `# Figures of the ${half} halves`,
    "## Sentences and paragraphs",
    sentenceTable(readings),
    "## Short answers, out of the best sentence",
    shortAnswerTable(readings),
    "## Abstention",
    abstentionTable(readings),
    "## Calibration of the confidence",
    calibrationTable(readings),
    "## TREC QA dev: answer sentence selection",
    existsSync(trecqaFile) ? await trecqaTable(readFileSync(trecqaFile, "utf8"), models) : `absent: ${trecqaFile}`,
    "## Length of answers",
    lengthTable(readings),
  ].join("\n\n"),
);
