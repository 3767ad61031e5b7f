import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Server } from "../client/send-request.ts";
import { ConfigurationError } from "../domain/errors.ts";
import { buildIndex } from "./build-index.ts";
import { runEvalCommand } from "./eval-command.ts";
import { type EvalSetFiles, findEvalSets } from "./find-eval-sets.ts";
import { openAssistant } from "./open-assistant.ts";
import { openServerToEvaluate } from "./open-server-to-evaluate.ts";
import type { Flags, Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

const repositoryDir = fileURLToPath(new URL("../..", import.meta.url));
const halves = ["tuning", "gating", "all"] as const;

/**
 * Builds an index of each set's corpus in a temporary folder, or takes a server that has one, asks every case, and returns
 * 1 when a gate failed.
 */
export async function runEval(
  settings: Settings,
  { flags, server }: { readonly flags: Flags; readonly server: Server | null },
  terminal: Terminal,
): Promise<number> {
  const half = halves.find((each) => each === (flags.half ?? "all"));
  if (half === undefined)
    throw new ConfigurationError([`--half is "${flags.half}": expected one of ${halves.join(", ")}`], "usage");
  const selection = findEvalSets({
    repositoryDir,
    names: (flags.set as readonly string[] | undefined) ?? [],
    casesFile: (flags.cases as string | undefined) ?? null,
    corpusDir: (flags.corpus as string | undefined) ?? null,
  });
  for (const notice of selection.notices) terminal.warn(notice);
  if (server !== null) checkOneCorpus(selection.sets);
  const temporary = await mkdtemp(join(tmpdir(), "annalist-eval-"));
  try {
    let number = 0;
    return await runEvalCommand({
      sets: selection.sets,
      thresholdsFile: join(repositoryDir, "eval/thresholds.json"),
      openAssistant: async (corpusDir) => {
        if (server !== null) return openServerToEvaluate(server, corpusDir);
        const own = { ...settings, corpusDir, indexDir: join(temporary, String(++number)) };
        await buildIndex(own, { onNotice: terminal.warn });
        return openAssistant(own, terminal.warn);
      },
      outDir: resolve((flags.out as string | undefined) ?? join(repositoryDir, "eval/reports")),
      json: terminal.json,
      half,
      failures: flags.failures === true,
      write: terminal.write,
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function checkOneCorpus(sets: readonly EvalSetFiles[]): void {
  const byCorpus = [...Map.groupBy(sets, ({ corpusDir }) => corpusDir)];
  if (byCorpus.length === 1) return;
  const listed = byCorpus.map(([corpus, over]) => `${over.map(({ name }) => name).join(", ")} over ${corpus}`);
  throw new ConfigurationError(
    [`--url asks one server, which serves one corpus: name sets over one with --set; there are ${listed.join("; ")}`],
    "usage",
  );
}
