import { compareCorpus } from "./compare-corpus.ts";
import { soundGeneration } from "./current-generation.ts";
import { tellProblems } from "./ingest-command.ts";
import { listCorpus } from "./list-corpus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openEmbedder } from "./open-assistant.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** `annalist ingest --check`: says whether the index holds the corpus as it is, and writes nothing; 1 where it does not. */
export async function runCheck(
  settings: Settings,
  { strict }: { readonly strict: boolean },
  terminal: Terminal,
): Promise<number> {
  const embedder = await openEmbedder(settings, await loadWordVectors(settings.modelsDir));
  const [corpus, published] = await Promise.all([
    listCorpus(settings.corpusDir, settings),
    soundGeneration(settings.indexDir),
  ]);
  const { textColumn } = settings;
  const { isCurrent, problems, ...differences } = await compareCorpus(corpus, published, { embedder, textColumn });
  const generation = published?.name ?? null;
  if (terminal.json) {
    terminal.write(JSON.stringify({ event: "checked", isCurrent, generation, ...differences, problems }));
  } else if (isCurrent) {
    terminal.write(`Up to date: generation ${generation} holds the corpus as it is.`);
    tellProblems(problems, terminal);
  } else {
    const { added, changed, removed, reason } = differences;
    terminal.write(`The index is stale; mend it with: npm run ingest`);
    if (reason !== null) terminal.write(`  ${reason}`);
    for (const [what, paths] of Object.entries({ added, changed, removed })) {
      for (const path of paths.slice(0, mostShown)) terminal.write(`  ${what}: ${path}`);
      if (paths.length > mostShown) terminal.write(`  ${what}: ${paths.length - mostShown} more`);
    }
  }
  return isCurrent && !(strict && problems.length > 0) ? 0 : 1;
}

const mostShown = 50;
