import { watch } from "node:fs";
import { AnnalistError, CorpusError } from "../domain/errors.ts";
import { type IngestFlags, runIngest } from "./ingest-command.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** Editors write a file in several steps: a build waits until nothing has changed for so long. */
const quietMs = 300;
/** Looks again even where no change was told: on network drives none is. */
const pollMs = 30_000;

/**
 * `annalist ingest --watch`: builds the index, and again after every change of the corpus, until `signal` ends it. A
 * build that fails is told, and the next change is tried. Resolves to 0.
 */
export async function runWatch(
  settings: Settings,
  flags: IngestFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  let wake = () => {};
  let isDirty = false;
  const onChange = () => {
    isDirty = true;
    wake();
  };
  const watcher = watchFolder(settings.corpusDir, onChange);
  const poll = setInterval(onChange, pollMs);
  signal.addEventListener("abort", onChange, { once: true });
  try {
    let quiet = { ...terminal };
    while (!signal.aborted) {
      isDirty = false;
      await build(settings, flags, quiet, signal);
      quiet = { ...terminal, progress: () => {} };
      if (signal.aborted) break;
      if (!isDirty)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      while (isDirty && !signal.aborted) {
        isDirty = false;
        await new Promise((resolve) => setTimeout(resolve, quietMs));
      }
    }
    return 0;
  } finally {
    watcher.close();
    clearInterval(poll);
  }
}

async function build(settings: Settings, flags: IngestFlags, terminal: Terminal, signal: AbortSignal): Promise<void> {
  try {
    await runIngest(settings, flags, terminal, signal);
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    terminal.warn(`annalist: ${error.message}`);
  }
}

function watchFolder(corpusDir: string, onChange: () => void) {
  try {
    const watcher = watch(corpusDir, { recursive: true }, onChange);
    // Too many folders for the system's watchers, or a folder that went away: the poll goes on.
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch (cause) {
    throw new CorpusError(
      `the corpus folder ${corpusDir} can't be watched: ${(cause as Error).message}; name one with --corpus DIR`,
      { cause },
    );
  }
}
