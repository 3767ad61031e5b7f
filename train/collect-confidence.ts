/**
 * Writes what the confidence reads of every development question, for `fit_confidence.py`: node
 * train/collect-confidence.ts OUT [DATA], after `fit_ranker.py OUT`. Each question is ranked by a ranker that has not
 * seen its document (OUT/fold-N.json), since one that has would be surer of it than of any later question.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isOnEvidence } from "../eval/on-evidence.ts";
import { confidenceInputNames, confidenceInputs } from "../src/answering/confidence-inputs.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeThesaurus } from "../src/embedding/thesaurus.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { createRetriever, type Retrieval } from "../src/retrieval/retrieve.ts";
import type { RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import { termFeatureNames } from "../src/retrieval/term-features.ts";
import { readSets, type TrainingSet } from "./read-set.ts";
import { trainingSources } from "./sources.ts";

const [out = "train/features", data = "../shared/data"] = process.argv.slice(2);
const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const thesaurus = decodeThesaurus(readFileSync("models/thesaurus.bin"));
const embedder = createStaticEmbedder(table);
const folds = JSON.parse(readFileSync(join(out, "folds.json"), "utf8")) as {
  readonly ofDocument: Readonly<Record<string, number>>;
  readonly rankers: readonly RankerWeights[];
};
const inputFile = openSync(join(out, "confidence.f32"), "w");
const termFile = openSync(join(out, "confidence-terms.f32"), "w");
const questions: unknown[] = [];
/** Answers have up to three sentences. */
const answerSentences = 3;

/** Questions of another corpus that are asked of each: what the documents say nothing about. */
const offTopicQuestions = 80;

const whole: { readonly set: TrainingSet; readonly corpus: string }[] = [];
for (const source of trainingSources(data)) {
  const sets = await readSets(source.name, source.cases, source.corpus, table);
  for (const set of sets) await collect(set, source.weight);
  if (sets[0] !== undefined) whole.push({ set: sets[0], corpus: source.corpus });
  console.log(`${source.name}: ${questions.length} questions so far`);
}
for (const [i, { set, corpus }] of whole.entries()) {
  const others = [...whole.slice(i + 1), ...whole.slice(0, i)].filter((other) => other.corpus !== corpus);
  const asked = others.flatMap(({ set: other }) =>
    other.cases.filter(
      (each, at) => other.halves[at] === "tuning" && !each.abstain && each.history.length === 0 && !isNatural(other),
    ),
  );
  await askOffTopic(set, everyNth(asked, Math.ceil(asked.length / offTopicQuestions)));
}
closeSync(inputFile);
closeSync(termFile);
writeFileSync(
  join(out, "confidence.json"),
  JSON.stringify({ inputs: confidenceInputNames, termFeatures: termFeatureNames, questions }),
);

/** Search-engine questions are about anything, also about what another corpus happens to say. */
function isNatural({ name }: TrainingSet): boolean {
  return name === "nq-dev";
}

function everyNth<T>(items: readonly T[], n: number): readonly T[] {
  return items.filter((_, i) => i % n === 0);
}

function retrieversOf({ generation }: TrainingSet) {
  return folds.rankers.map((ranker) => createRetriever({ generation, embedder, table, thesaurus, ranker }));
}

async function askOffTopic(set: TrainingSet, cases: TrainingSet["cases"]): Promise<void> {
  const retrievers = retrieversOf(set);
  for (const [i, { id, kind, question }] of cases.entries()) {
    const fold = i % retrievers.length;
    const retrieval = await retrievers[fold]?.(question);
    if (retrieval !== undefined)
      write(retrieval, { set: set.name, weight: 1, id, kind, type: null, what: "off topic", fold }, []);
  }
}

async function collect(set: TrainingSet, weight: number): Promise<void> {
  const retrievers = retrieversOf(set);
  for (const [i, each] of set.cases.entries()) {
    if (set.halves[i] === "gating" || each.history.length > 0) continue;
    const fold = folds.ofDocument[set.documents[i] || each.id] ?? 0;
    const retrieval = await retrievers[fold]?.(each.question);
    if (retrieval === undefined) continue;
    const onEvidence = retrieval.sentences
      .slice(0, answerSentences)
      .map(({ text }) => !set.removed && isOnEvidence(text, each.evidence));
    const what = set.removed ? "removed" : each.abstain ? "near miss" : "answerable";
    write(retrieval, { set: set.name, weight, id: each.id, kind: each.kind, type: each.type, what, fold }, onEvidence);
  }
}

function write(
  retrieval: Retrieval,
  about: Readonly<Record<string, string | number | null>>,
  onEvidence: readonly boolean[],
): void {
  const [best] = retrieval.sentences;
  if (best === undefined) return;
  writeSync(inputFile, new Uint8Array(Float32Array.from(confidenceInputs(retrieval)).buffer));
  writeSync(termFile, new Uint8Array(Float32Array.from(best.termRows).buffer));
  const terms = retrieval.question.terms.length;
  questions.push({ ...about, terms, first: onEvidence[0] === true, any: onEvidence.includes(true) });
}
