import type { FileProblem } from "../corpus/file-problem.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { checkIndex } from "./check-index.ts";
import { compareCorpus } from "./compare-corpus.ts";
import { soundGeneration } from "./current-generation.ts";
import { listCorpus } from "./list-corpus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { loadWeights, openEmbedder } from "./open-assistant.ts";
import { createSandboxedParser } from "./sandboxed-parser.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Checks corpus, word vectors, embedder and index, and names what is broken; 1 where anything is. */
export async function runDoctor(settings: Settings, terminal: Terminal): Promise<number> {
  const checks: Check[] = [];
  const run = async <T>(name: string, check: () => Promise<readonly [detail: string, value: T]>): Promise<T | null> => {
    try {
      const [detail, value] = await check();
      checks.push({ name, ok: true, detail });
      return value;
    } catch (error) {
      checks.push({ name, ok: false, detail: (error as Error).message });
      return null;
    }
  };
  await run("corpus", async () => {
    const { sources, problems } = await listCorpus(settings.corpusDir, settings);
    if (sources.length === 0) throw new Error(`${settings.corpusDir} holds no file`);
    return [[`${sources.length} files`, ...problems.map(describeProblem)].join("; left out: "), true];
  });
  await run("parsers", async () => {
    await checkParser();
    return ["they start in a process of their own, with its limits", true];
  });
  const table = await run("word vectors", async () => {
    const value = await loadWordVectors(settings.modelsDir);
    return [`${value.size} words of dimension ${value.dimension}`, value];
  });
  await run("learned weights", async () => {
    await loadWeights(settings.modelsDir);
    return ["ranker, confidence, spans and thesaurus can be read", true];
  });
  const embedder =
    table === null
      ? null
      : await run("embedder", async () => {
          const value = await openEmbedder(settings, table);
          return [`${value.id}, dimension ${value.dimension}`, value];
        });
  checks.push(...(await checkIndex(settings.indexDir, embedder)));
  if (embedder !== null) await run("freshness", async () => [await describeFreshness(settings, embedder), true]);
  const failed = checks.filter(({ ok }) => !ok).length;
  if (terminal.json) terminal.write(JSON.stringify({ ok: failed === 0, checks }));
  else {
    for (const { name, ok, detail } of checks) terminal.write(`${ok ? "ok    " : "FAILED"}  ${name}: ${detail}`);
    terminal.write(failed === 0 ? "Everything is in order." : `${failed} of ${checks.length} checks failed.`);
  }
  return failed === 0 ? 0 : 1;
}

function describeProblem({ path, reason }: FileProblem): string {
  return `${path}: ${reason}`;
}

async function checkParser(): Promise<void> {
  const parser = createSandboxedParser();
  try {
    await parser.parse(
      { path: "check.md", bytes: new TextEncoder().encode("One line of prose.") },
      { textColumn: null },
    );
  } finally {
    parser.close();
  }
}

/** Whether the index holds the corpus as it is, and what was left out of it. A stale index is nothing broken. */
async function describeFreshness(settings: Settings, embedder: Embedder): Promise<string> {
  const { corpusDir, indexDir, textColumn } = settings;
  const [corpus, published] = await Promise.all([listCorpus(corpusDir, settings), soundGeneration(indexDir)]);
  if (published === null) return "there is no sound index to compare the corpus with";
  const { isCurrent, added, changed, removed, problems } = await compareCorpus(corpus, published, {
    embedder,
    textColumn,
  });
  const state = isCurrent
    ? "the index holds the corpus as it is"
    : `the index is stale (${added.length} files added, ${changed.length} changed, ${removed.length} removed): npm run ingest`;
  return [state, ...problems.map(describeProblem)].join("; left out: ");
}
