import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EvaluationSet } from "../eval/evaluate.ts";
import { buildIndex } from "../src/node/build-index.ts";
import { buildWidget } from "../src/node/build-widget.ts";
import { findEvalSets } from "../src/node/find-eval-sets.ts";
import { listCorpus } from "../src/node/list-corpus.ts";
import { hnswlibMissing, loadHnswlib } from "../src/node/load-hnswlib.ts";
import { loadWordVectors } from "../src/node/load-word-vectors.ts";
import { openAssistant, openEmbedder } from "../src/node/open-assistant.ts";
import { openEvalSets } from "../src/node/open-eval-sets.ts";
import { readSettings } from "../src/node/settings.ts";
import { createTerminal } from "../src/node/terminal.ts";
import { type BenchmarkResult, resultTable } from "./benchmark-result.ts";
import { buildDensePair } from "./dense-pair.ts";
import { benchDenseSearch } from "./dense-search.ts";
import { findBrowser } from "./find-browser.ts";
import { benchFirstSentence } from "./first-sentence.ts";
import { benchIngest } from "./ingest-time.ts";
import { benchQuestionLatency } from "./question-latency.ts";
import { benchReloadDelay } from "./reload-delay.ts";
import { benchWidget } from "./widget-times.ts";
import { benchWordVectors } from "./word-vectors.ts";
import { wordWindows } from "./word-windows.ts";

// Speed and quality against peers in one run, over the sets that `annalist eval` takes by default. Every benchmark also
// asserts that what it timed gave the right result, and ends the run where it did not.

const repositoryDir = fileURLToPath(new URL("..", import.meta.url));
const maxVectors = 10_000;
const maxQueries = 300;
const reloadedChunks = 10_000;

const { stdout, stderr } = process;
const terminal = createTerminal({ json: false, stdout, stderr });
const settings = readSettings({}, process.env);
const { sets: files, notices } = findEvalSets({ repositoryDir, names: [], casesFile: null, corpusDir: null });
for (const notice of notices) terminal.warn(notice);
const table = await loadWordVectors(settings.modelsDir);
const embedder = await openEmbedder(settings, table);
const temporary = await mkdtemp(join(tmpdir(), "annalist-bench-"));
try {
  const results: BenchmarkResult[] = [...benchWordVectors(settings.modelsDir)];
  for (const { name, corpusDir } of files) {
    results.push(await benchIngest(name, (await listCorpus(corpusDir)).sources, embedder));
  }
  let number = 0;
  const sets = await openEvalSets(files, async (corpusDir) => {
    const own = { ...settings, corpusDir, indexDir: join(temporary, String(++number)) };
    await buildIndex(own, { onNotice: terminal.warn });
    return openAssistant(own, terminal.warn);
  });
  for (const set of sets) {
    results.push(...(await benchFirstSentence(set)), ...(await benchQuestionLatency(set)));
  }
  results.push(...(await denseResults(sets)));
  const { modelsDir } = settings;
  const indexDir = join(temporary, "reload");
  results.push(await benchReloadDelay({ indexDir, modelsDir, embedder, table, chunks: reloadedChunks }));
  results.push(...(await widgetResults(sets)));
  terminal.write(resultTable(results));
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** With the questions of the largest set and the documents they are about. */
async function widgetResults(sets: readonly EvaluationSet[]): Promise<readonly BenchmarkResult[]> {
  const browser = findBrowser();
  const largest = sets.reduce((best, set, i) => (set.cases.length > (sets[best]?.cases.length ?? 0) ? i : best), 0);
  const corpusDir = files[largest]?.corpusDir;
  if (browser === null || corpusDir === undefined) {
    terminal.warn("The widget isn't timed: no Chromium or Chrome was found; CHROME_PATH can name one.");
    return [];
  }
  const own = { ...settings, corpusDir, indexDir: join(temporary, "widget") };
  await buildIndex(own, { onNotice: terminal.warn });
  await buildWidget();
  const asked = new Set(
    sets[largest]?.cases.filter(({ history }) => history.length === 0).map(({ question }) => question),
  );
  return benchWidget(browser, await openAssistant(own, terminal.warn), [...asked]);
}

async function denseResults(sets: readonly EvaluationSet[]): Promise<readonly BenchmarkResult[]> {
  const library = await loadHnswlib();
  if (library === null) {
    terminal.warn(hnswlibMissing);
    return [];
  }
  const texts = [...new Set(sets.flatMap(({ documents }) => documents.map(({ text }) => text)))];
  // Words in other scripts have vectors of no meaning, whose neighbours are chance.
  const asked = sets.flatMap(({ cases }) => cases.filter(({ kind }) => kind !== "chinese"));
  const apart = Math.ceil(asked.length / maxQueries);
  const questions = asked.filter((_, i) => i % apart === 0).map(({ question }) => question);
  const rows = await embedder.embed(wordWindows(texts, maxVectors));
  const { approximate, exact } = await buildDensePair(library, temporary, rows);
  return benchDenseSearch(approximate, exact, await embedder.embed(questions));
}
