/** Learns when to withhold an answer, on the tuning halves, and writes models/confidence.json. Needs the trained ranker. */
import { readFileSync, writeFileSync } from "node:fs";
import { areaUnderCurve } from "../eval/calibration.ts";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { type ConfidenceWeights, confidenceScore } from "../src/answering/confidence.ts";
import { confidenceInputNames, confidenceInputs } from "../src/answering/confidence-inputs.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { createRetriever, type Retrieval } from "../src/retrieval/retrieve.ts";
import type { RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import { fitConfidence } from "./fit-confidence.ts";
import { readSets, type TrainingSet } from "./read-set.ts";
import { sources } from "./sources.ts";

interface Example {
  readonly inputs: Float64Array;
  readonly right: boolean;
  readonly kind: "answerable" | "near miss" | "removed";
  readonly gating: boolean;
  readonly weight: number;
  /** Asked over the whole corpus, not over its one document. */
  readonly isWhole: boolean;
}

const data = process.argv[2] ?? "../shared/data";
/**
 * Near misses were written with the words of the text and paraphrases without them. Questions in the text's own words,
 * as xquad-dev has them, count for more, so that nothing is learned from that: meeting every word is no bad sign.
 */
const sourceWeights: Readonly<Record<string, number>> = { "xquad-dev": 3, "nq-dev": 0.3 };
/** Share of answerable questions that may be refused for the sake of abstaining on the others. */
const falseRefusals = 0.025;
const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const ranker = JSON.parse(readFileSync("models/sentence-ranker.json", "utf8")) as RankerWeights;
const examples: Example[] = [];
for (const source of sources.filter(({ name }) => name !== "squad2-dev")) {
  const sets = await readSets(source.name, `${data}/${source.cases}`, `${data}/${source.corpus}`, table);
  for (const set of sets) await collect(set, sourceWeights[source.name] ?? 1, set.name === source.name);
}

async function collect(set: TrainingSet, weight: number, isWhole: boolean): Promise<void> {
  const retrieve = createRetriever({
    generation: set.generation,
    embedder: createStaticEmbedder(table),
    table,
    ranker,
  });
  for (const [i, each] of set.cases.entries()) {
    const retrieval = await retrieve(each.question);
    const gating = set.halves[i] === "gating";
    const first = retrieval.sentences[0];
    if (first === undefined) continue;
    if (each.abstain) {
      examples.push({
        inputs: confidenceInputs(retrieval),
        right: false,
        kind: "near miss",
        gating,
        weight: 2 * weight,
        isWhole,
      });
      continue;
    }
    examples.push({
      inputs: confidenceInputs(retrieval),
      right: isOnEvidence(first.text, each.evidence),
      kind: "answerable",
      gating,
      weight,
      isWhole,
    });
    const removed = withoutEvidence(retrieval, each.evidence);
    if (removed !== null)
      examples.push({
        inputs: confidenceInputs(removed),
        right: false,
        kind: "removed",
        gating,
        weight: 0.5 * weight,
        isWhole,
      });
  }
}

/** The same retrieval as if the chunks with the evidence were not in the corpus; null where nothing is left. */
function withoutEvidence(retrieval: Retrieval, evidence: readonly string[]): Retrieval | null {
  const gone = new Set(
    retrieval.sentences.filter(({ text }) => isOnEvidence(text, evidence)).map(({ chunk }) => chunk),
  );
  const sentences = retrieval.sentences.filter(({ chunk }) => !gone.has(chunk));
  return gone.size === 0 || sentences.length === 0 ? null : { ...retrieval, sentences };
}

const tuning = examples.filter(({ gating }) => !gating);
const fitted = fitConfidence(tuning.map(({ inputs, right, weight }) => ({ inputs, target: right, weight })));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const round = (x: number) => Math.round(x * 1e5) / 1e5;
const calibration = Array.from({ length: 49 }, (_, i) => -6 + i / 4).map(
  (score) => [score, round(sigmoid(score))] as const,
);
const untuned: ConfidenceWeights = { inputs: confidenceInputNames, ...fitted, calibration, threshold: 0 };
const answerable = tuning
  .filter(({ kind }) => kind === "answerable")
  .map(({ inputs }) => confidenceScore(inputs, untuned));
answerable.sort((a, b) => a - b);
const threshold = Math.round(sigmoid(answerable[Math.floor(falseRefusals * answerable.length)] ?? 0) * 1e4) / 1e4;
writeFileSync("models/confidence.json", `${JSON.stringify({ ...untuned, threshold })}\n`);
console.log(`threshold ${threshold}`);
for (const half of ["tuning", "gating"] as const) {
  const own = examples
    .filter(({ gating, isWhole }) => isWhole && gating === (half === "gating"))
    .map((each) => ({ ...each, score: confidenceScore(each.inputs, untuned) }));
  const cut = Math.log(threshold / (1 - threshold));
  for (const kind of ["near miss", "removed"] as const) {
    const pool = own.filter((each) => each.kind === kind || each.kind === "answerable");
    const roc = areaUnderCurve(pool.map(({ score, kind: of }) => ({ confidence: score, right: of === "answerable" })));
    const answered =
      own.filter((each) => each.kind === kind && each.score >= cut).length /
      own.filter((each) => each.kind === kind).length;
    const refused =
      own.filter((each) => each.kind === "answerable" && each.score < cut).length /
      own.filter((each) => each.kind === "answerable").length;
    console.log(
      `${half} ${kind}: AUROC ${JSON.stringify(roc)}, false answers ${answered.toFixed(3)} at false refusals ${refused.toFixed(3)}`,
    );
  }
}
