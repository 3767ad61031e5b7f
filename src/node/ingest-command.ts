import type { FileProblem } from "../corpus/file-problem.ts";
import { AnnalistError } from "../domain/errors.ts";
import { buildIndex, type IngestReport } from "./build-index.ts";
import { createIngestProgress } from "./ingest-progress.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export interface IngestFlags {
  /** A file that was left out fails the command. */
  readonly strict: boolean;
}

/**
 * Builds and publishes the index; files that were left out are listed at the end. With `--json` every line is an event,
 * the last of them `done` or `failed`. Resolves to the exit code: 130 where `signal` ended it.
 */
export async function runIngest(
  settings: Settings,
  { strict }: IngestFlags,
  terminal: Terminal,
  signal?: AbortSignal,
): Promise<number> {
  try {
    const onProgress = createIngestProgress(terminal);
    const report = await buildIndex(settings, { onProgress, onNotice: terminal.warn, signal });
    tellReport(report, terminal);
    return strict && report.problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (terminal.json) terminal.write(JSON.stringify({ event: "failed", message: messageOf(error) }));
    if (!(error instanceof AnnalistError) || error.code !== "aborted") throw error;
    terminal.warn("Stopped. Nothing was published: what was served before is served on.");
    return 130;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What came of an ingest: an event, or a line with the files that were left out below it. */
export function tellReport(report: IngestReport, terminal: Terminal): void {
  if (terminal.json) {
    terminal.write(JSON.stringify({ event: "done", ...report }));
    return;
  }
  const { generation, published, documents, chunks, sentences, parsed, embedded, problems } = report;
  const holds = `generation ${generation}: ${documents} documents, ${chunks} chunks, ${sentences} sentences`;
  const done = `${parsed} files read and ${embedded} chunks embedded anew`;
  terminal.write(published ? `Published ${holds}; ${done}.` : `Up to date: ${holds}.`);
  tellProblems(problems, terminal);
}

export function tellProblems(problems: readonly FileProblem[], terminal: Terminal): void {
  for (const { path, reason } of problems) terminal.warn(`left out: ${path}: ${reason}`);
}
