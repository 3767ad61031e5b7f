/**
 * Writes the features of every candidate of every development question, for `fit_ranker.py` and `fit_confidence.py`:
 * node train/collect-features.ts OUT [DATA]. OUT gets features.f32 (rows of float32) and questions.json.
 */
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeThesaurus } from "../src/embedding/thesaurus.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { createRetriever } from "../src/retrieval/retrieve.ts";
import { featureNames } from "../src/retrieval/sentence-features.ts";
import { termFeatureCount, termFeatureNames } from "../src/retrieval/term-features.ts";
import { readSets, type TrainingSet } from "./read-set.ts";
import { trainingSources } from "./sources.ts";

const [out = "train/features", data = "../shared/data", ...only] = process.argv.slice(2);
const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const thesaurus = decodeThesaurus(readFileSync("models/thesaurus.bin"));
const embedder = createStaticEmbedder(table);
/** Any order serves: what is written down has none. */
const neutral = { features: featureNames, termFeatures: termFeatureNames, networks: [] };
mkdirSync(out, { recursive: true });
const file = openSync(join(out, "features.f32"), "w");
const termFile = openSync(join(out, "terms.f32"), "w");
const questions: unknown[] = [];
let rows = 0;
let termRowCount = 0;

for (const source of trainingSources(data)) {
  if (only.length > 0 && !only.includes(source.name)) continue;
  const started = performance.now();
  const sets = await readSets(source.name, source.cases, source.corpus, table);
  if (sets.length === 0) console.log(`${source.name}: absent, skipped`);
  for (const set of sets) await collect(set, source.weight);
  console.log(`${source.name}: ${rows} rows so far, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
closeSync(file);
closeSync(termFile);
writeFileSync(
  join(out, "questions.json"),
  JSON.stringify({ features: featureNames, termFeatures: termFeatureNames, questions }),
);

async function collect(set: TrainingSet, weight: number): Promise<void> {
  const retrieve = createRetriever({ generation: set.generation, embedder, table, thesaurus, ranker: neutral });
  for (const [i, each] of set.cases.entries()) {
    if (each.history.length > 0) continue;
    const { sentences, question } = await retrieve(each.question);
    const block = new Float32Array(sentences.length * featureNames.length);
    for (const [k, { features }] of sentences.entries()) block.set(features, k * featureNames.length);
    writeSync(file, new Uint8Array(block.buffer));
    const byTerm = new Float32Array(sentences.length * question.terms.length * termFeatureCount);
    for (const [k, { termRows }] of sentences.entries()) byTerm.set(termRows, k * termRows.length);
    writeSync(termFile, new Uint8Array(byTerm.buffer));
    questions.push({
      set: set.name,
      weight,
      removed: set.removed,
      id: each.id,
      kind: each.kind,
      type: each.type,
      abstain: each.abstain,
      gating: set.halves[i] === "gating",
      document: set.documents[i],
      asks: question.answerType,
      from: rows,
      count: sentences.length,
      termsFrom: termRowCount,
      terms: question.terms.length,
      onEvidence: sentences.map(({ text }) => (isOnEvidence(text, each.evidence) ? 1 : 0)),
    });
    rows += sentences.length;
    termRowCount += sentences.length * question.terms.length;
  }
}
