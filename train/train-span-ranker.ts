/**
 * Learns which words of a sentence answer by themselves, on the tuning halves, and writes models/span-ranker.json. Needs
 * the trained sentence ranker only for what it prints: F1 of the short answer out of the evidence and of the best
 * sentence, cross-validated over documents, and of the written weights on the gating halves with `--gating`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { scoreShortAnswer } from "../eval/answer-f1.ts";
import type { Case } from "../eval/case.ts";
import { isOnEvidence } from "../eval/on-evidence.ts";
import type { Half } from "../eval/split.ts";
import { type SpanCandidate, spanCandidates } from "../src/answering/span-candidates.ts";
import { createSpanFeatures, spanFeatureNames } from "../src/answering/span-features.ts";
import { classOfQuestion, type KindFit, kindOfSpan } from "../src/answering/span-kind.ts";
import { createSpanRanker, type SpanRankerWeights, textOfSpan } from "../src/answering/span-ranker.ts";
import { readForSpans, type SpanReading, type SpanSource } from "../src/answering/span-reading.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import { decodeThesaurus } from "../src/embedding/thesaurus.ts";
import { decodeWordTable } from "../src/embedding/word-table.ts";
import { createRetriever, type Retrieve } from "../src/retrieval/retrieve.ts";
import type { RankerWeights } from "../src/retrieval/sentence-ranker.ts";
import { fitKinds, fitSpans } from "./fit-spans.ts";
import { readSets } from "./read-set.ts";
import { trainingSources } from "./sources.ts";

/** One answerable question: the sentence to learn from, where the evidence holds an answer, and the one chosen. */
interface Example {
  readonly set: string;
  readonly half: Half;
  readonly fold: number;
  readonly answers: readonly string[];
  readonly chosen: SpanSource | null;
  readonly evidence: SpanSource | null;
}

interface Labelled {
  readonly set: string;
  readonly reading: SpanReading;
  readonly spans: readonly SpanCandidate[];
  readonly rewards: readonly number[];
}

const withGating = process.argv.includes("--gating");
const [data = "../shared/data"] = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const folds = 5;
const seeds = [1, 2, 3];
/** F1 to this power is the reward: a span of the answer's exact words is worth much more than one around it. */
const sharpness = 8;
/** Below this expected F1 a span misleads more than it helps. */
const threshold = 0.2;
const setWeights: Readonly<Record<string, number>> = { "xquad-dev": 1.5, "nq-dev": 0.5 };

const table = decodeWordTable(readFileSync("models/word-vectors.bin"));
const thesaurus = decodeThesaurus(readFileSync("models/thesaurus.bin"));
const ranker = JSON.parse(readFileSync("models/sentence-ranker.json", "utf8")) as RankerWeights;
const embedder = createStaticEmbedder(table);
const featuresOf = createSpanFeatures(table);

const examples: Example[] = [];
for (const source of trainingSources(data)) {
  const [set] = await readSets(source.name, source.cases, source.corpus, table);
  if (set === undefined) {
    console.log(`${source.name}: absent, skipped`);
    continue;
  }
  const retrieve = createRetriever({ generation: set.generation, embedder, table, thesaurus, ranker });
  for (const [i, each] of set.cases.entries()) {
    const half = set.halves[i] as Half;
    if (each.abstain || each.answers.length === 0 || each.history.length > 0) continue;
    if (half === "tuning" || withGating)
      examples.push(await readExample(each, retrieve, { set: source.name, half, key: set.documents[i] || each.id }));
  }
}

async function readExample(
  { question, answers, evidence }: Case,
  retrieve: Retrieve,
  { set, half, key }: { readonly set: string; readonly half: Half; readonly key: string },
): Promise<Example> {
  const retrieval = await retrieve(question);
  const sources = retrieval.sentences.map(({ text, candidate: { sentence, alignment } }) => ({
    text,
    source: { question: retrieval.question, sentence, alignment },
  }));
  const holds = (text: string) => answers.some((answer) => text.toLowerCase().includes(answer.toLowerCase()));
  return {
    set,
    half,
    fold: [...key].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973, 0) % folds,
    answers,
    chosen: sources[0]?.source ?? null,
    evidence: sources.find(({ text }) => isOnEvidence(text, evidence) && holds(text))?.source ?? null,
  };
}

function label({ set, answers, evidence }: Example): Labelled[] {
  if (evidence === null) return [];
  const reading = readForSpans(evidence);
  const spans = spanCandidates(reading.sentence, reading.tokens);
  const rewards = spans.map((span) => scoreShortAnswer(textOfSpan(reading, span), answers).f1 ** sharpness);
  return rewards.some((reward) => reward > 0.01) ? [{ set, reading, spans, rewards }] : [];
}

function learn(from: readonly Example[]): SpanRankerWeights {
  const labelled = from.flatMap(label);
  const kindFit: KindFit = fitKinds(
    labelled.map(({ reading, spans, rewards }) => ({
      questionClass: classOfQuestion(reading),
      kinds: spans.map((span) => kindOfSpan(reading, span)),
      rewards,
    })),
  );
  const lists = labelled.map(({ set, reading, spans, rewards }) => ({
    rows: featuresOf(reading, spans, kindFit),
    rewards,
    weight: setWeights[set] ?? 1,
  }));
  return { features: spanFeatureNames, kindFit, threshold, ...fitSpans(lists, seeds) };
}

/** Sums of F1, as the program would answer, by set. */
function measure(weights: SpanRankerWeights, on: readonly Example[], sums: Map<string, number[]>): void {
  const rank = createSpanRanker(weights, table);
  const f1 = (source: SpanSource | null, answers: readonly string[]) => {
    const short = source === null ? null : (rank(source)?.text ?? null);
    return { ...scoreShortAnswer(short, answers), none: short === null ? 1 : 0 };
  };
  for (const { set, half, answers, evidence, chosen } of on) {
    const [gold, first] = [f1(evidence, answers), f1(chosen, answers)];
    const values = [1, gold.exactMatch, gold.f1, first.exactMatch, first.f1, first.none];
    const key = `${set} ${half}`;
    sums.set(
      key,
      (sums.get(key) ?? values.map(() => 0)).map((sum, i) => sum + (values[i] as number)),
    );
  }
}

function report(title: string, sums: ReadonlyMap<string, readonly number[]>): void {
  console.log(title);
  for (const [key, [n = 1, ...totals]] of sums) {
    const [em, f1, firstEm, firstF1, none] = totals.map((total) => (total / n).toFixed(3));
    console.log(`${key}: n ${n}, evidence ${em} / ${f1}, best sentence ${firstEm} / ${firstF1}, none ${none}`);
  }
}

const tuning = examples.filter(({ half }) => half === "tuning");
const validated = new Map<string, number[]>();
for (let fold = 0; fold < folds; fold++) {
  const weights = learn(tuning.filter((each) => each.fold !== fold));
  measure(
    weights,
    tuning.filter((each) => each.fold === fold),
    validated,
  );
}
report("cross-validated over documents, exact match / F1", validated);
const weights = learn(tuning);
writeFileSync("models/span-ranker.json", `${JSON.stringify(weights)}\n`);
if (withGating) {
  const gated = new Map<string, number[]>();
  measure(
    weights,
    examples.filter(({ half }) => half === "gating"),
    gated,
  );
  report("gating halves", gated);
}
