import { checkIndex } from "./check-index.ts";
import { listCorpus } from "./list-corpus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openEmbedder } from "./open-assistant.ts";
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
    const { sources, problems } = await listCorpus(settings.corpusDir);
    if (sources.length === 0) throw new Error(`${settings.corpusDir} holds no file`);
    return [`${sources.length} files${problems.length === 0 ? "" : `, ${problems.length} that can't be read`}`, true];
  });
  const table = await run("word vectors", async () => {
    const value = await loadWordVectors(settings.modelsDir);
    return [`${value.size} words of dimension ${value.dimension}`, value];
  });
  const embedder =
    table === null
      ? null
      : await run("embedder", async () => {
          const value = await openEmbedder(settings, table);
          return [`${value.id}, dimension ${value.dimension}`, value];
        });
  checks.push(...(await checkIndex(settings.indexDir, embedder)));
  const failed = checks.filter(({ ok }) => !ok).length;
  if (terminal.json) terminal.write(JSON.stringify({ ok: failed === 0, checks }));
  else {
    for (const { name, ok, detail } of checks) terminal.write(`${ok ? "ok    " : "FAILED"}  ${name}: ${detail}`);
    terminal.write(failed === 0 ? "Everything is in order." : `${failed} of ${checks.length} checks failed.`);
  }
  return failed === 0 ? 0 : 1;
}
