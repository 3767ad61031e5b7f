/** Learns the sentence ranker from the tuning halves of the development sets and writes models/sentence-ranker.json. */
import { readFileSync, writeFileSync } from "node:fs";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { createRetriever } from "../src/retrieval/retrieve.ts";
import { featureNames } from "../src/retrieval/sentence-features.ts";
import { createSentenceRanker, type RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import { averageRankers, type TrainingList, trainListwise } from "./listwise-mlp.ts";
import { readSets, type TrainingSet } from "./read-set.ts";
import { sources } from "./sources.ts";

const data = process.argv[2] ?? "../shared/data";
const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const neutral: RankerWeights = {
  features: featureNames,
  mean: featureNames.flatMap(() => [0, 0]),
  deviation: featureNames.flatMap(() => [1, 1]),
  hidden: [
    featureNames.concat(featureNames as never).map((_, i) => (i === featureNames.indexOf("coverWithHeading") ? 1 : 0)),
  ],
  hiddenBias: [10],
  output: [1],
};
interface Labelled extends TrainingList {
  readonly set: string;
  readonly kind: string;
  readonly gating: boolean;
  readonly found: boolean;
}
const lists: Labelled[] = [];
for (const source of sources) {
  const sets = await readSets(source.name, `${data}/${source.cases}`, `${data}/${source.corpus}`, table);
  if (sets.length === 0) console.log(`${source.name}: absent, skipped`);
  for (const set of sets) await collect(set, source.weight);
}

async function collect(set: TrainingSet, weight: number): Promise<void> {
  const retrieve = createRetriever({
    generation: set.generation,
    embedder: createStaticEmbedder(table),
    table,
    ranker: neutral,
  });
  for (const [i, each] of set.cases.entries()) {
    if (each.abstain) continue;
    const { sentences } = await retrieve(each.question);
    const targets = sentences.map(({ text }) => isOnEvidence(text, each.evidence));
    lists.push({
      rows: sentences.map(({ features }) => features),
      targets,
      weight,
      set: set.name,
      kind: each.kind,
      gating: set.halves[i] === "gating",
      found: targets.includes(true),
    });
  }
}
const usable = lists.filter(({ gating, found }) => !gating && found);
const options = { hiddenUnits: 24, epochs: 30, learningRate: 2e-3, weightDecay: 1e-2, dropout: 0.3 };
const seeds = [1, 2, 3, 4];
const weights = averageRankers(seeds.map((seed) => trainListwise(usable, featureNames, { ...options, seed })));
report(weights);
writeFileSync("models/sentence-ranker.json", `${JSON.stringify(weights)}\n`);

function report(trained: RankerWeights): void {
  const rank = createSentenceRanker(trained, featureNames);
  const groups = new Map<string, { n: number; first: number; any: number }>();
  for (const list of lists) {
    const key = `${list.set} ${list.kind} ${list.gating ? "gating" : "tuning"}`;
    const group = groups.get(key) ?? { n: 0, first: 0, any: 0 };
    groups.set(key, group);
    const scores = rank(list.rows);
    const order = scores.map((_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
    group.n++;
    if (list.targets[order[0] ?? -1] === true) group.first++;
    if (order.slice(0, 3).some((i) => list.targets[i] === true)) group.any++;
  }
  for (const [key, { n, first, any }] of groups)
    console.log(`${key}: n ${n}, first ${(first / n).toFixed(3)}, any of three ${(any / n).toFixed(3)}`);
}
