import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Assistant } from "../domain/assistant.ts";
import { manifestFile } from "../search-index/generation-files.ts";
import { currentFile, generationFolder } from "../search-index/generation-name.ts";
import { currentName } from "./current-generation.ts";

/** The assistant of the published generation, whichever that is now. */
export interface FollowedAssistant {
  /** Of the generation served now: a request takes it once, so that all of its answer is of one generation. */
  readonly assistant: () => Assistant;
  /** Resolves once CURRENT has been read anew and what it names is served, or has been refused. */
  readonly look: () => Promise<void>;
  /** Looks no more. What is served stays. */
  readonly close: () => void;
}

export interface FollowOptions {
  /** Opens the generation that is published now; called for one at a time. */
  readonly open: () => Promise<Assistant>;
  /** Told the name of a generation once it is served in place of another. */
  readonly onMove?: (generation: string) => void;
  /** Told once why what is published now can't be served, in words. */
  readonly onProblem?: (problem: string) => void;
  /** Between two looks where no event says that CURRENT has changed: some file systems send none. Default 5,000. */
  readonly pollMs?: number;
}

interface Published {
  /** Empty where nothing is published. */
  readonly name: string;
  /** The name and its manifest's place on the disk: a folder that is deleted and built anew takes the same names again. */
  readonly mark: string;
}

interface Refusal {
  readonly mark: string;
  readonly told: string;
  readonly tries: number;
  /** Looks that pass before the next try. */
  readonly rest: number;
}

const longestRest = 120;
const warmUpMs = 5_000;

/**
 * Opens the published generation, then each that CURRENT comes to name, beside the one that is served; it takes that
 * one's place once it is open and has been searched. What can't be opened is tried again after a change of CURRENT, and
 * without one at growing distances; until then what is served stays. Rejects only as the first `open` does.
 */
export async function followGeneration(indexDir: string, options: FollowOptions): Promise<FollowedAssistant> {
  const { open, onMove = () => {}, onProblem = () => {}, pollMs = 5_000 } = options;
  let [served, mark] = await openPublished(indexDir, open, await identify(indexDir));
  let refusal: Refusal | null = null;
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;

  async function lookOnce(): Promise<void> {
    let published: Published = { name: "", mark: "" };
    try {
      published = await identify(indexDir);
      if (published.mark === mark) refusal = null;
      else if (refusal?.mark === published.mark && refusal.rest > 0) refusal = { ...refusal, rest: refusal.rest - 1 };
      else {
        const [next, nextMark] = await openPublished(indexDir, open, published);
        await warmUp(next);
        if (closed) return;
        [served, mark, refusal] = [next, nextMark, null];
        onMove(next.generation);
      }
    } catch (error) {
      const told = `generation ${served.generation} goes on being served: ${messageOf(error)}`;
      if (refusal?.told !== told) onProblem(told);
      const tries = refusal?.mark === published.mark ? refusal.tries + 1 : 1;
      refusal = { mark: published.mark, told, tries, rest: Math.min(longestRest, 2 ** (tries - 1)) };
    }
  }

  async function lookUntilStill(): Promise<void> {
    do {
      again = false;
      await lookOnce();
    } while (again && !closed);
    looking = null;
  }

  async function look(): Promise<void> {
    if (closed) return;
    again = looking !== null;
    looking ??= lookUntilStill();
    await looking;
  }

  const stop = watchCurrent(indexDir, pollMs, (isChange) => {
    if (isChange && refusal !== null) refusal = { ...refusal, rest: 0 };
    void look();
  });
  // It may have moved on before the watcher stood.
  void look();
  return {
    assistant: () => served,
    look,
    close: () => {
      closed = true;
      stop();
    },
  };
}

async function identify(indexDir: string): Promise<Published> {
  const name = (await currentName(indexDir)) ?? "";
  try {
    const { ino, size, mtimeMs } = await stat(join(indexDir, generationFolder(name), manifestFile));
    return { name, mark: `${name} ${ino} ${size} ${mtimeMs}` };
  } catch {
    // Opening it will say what is wrong.
    return { name, mark: name };
  }
}

/** A writer may publish once more while a generation is opened: what was opened need not be what was published before. */
async function openPublished(
  indexDir: string,
  open: () => Promise<Assistant>,
  before: Published,
): Promise<readonly [Assistant, string]> {
  const assistant = await open();
  if (assistant.generation === before.name) return [assistant, before.mark];
  const after = await identify(indexDir).catch(() => before);
  return [assistant, assistant.generation === after.name ? after.mark : before.mark];
}

/** Calls `onLook` with true for an event about CURRENT and with false every `pollMs`; neither keeps a process alive. */
function watchCurrent(indexDir: string, pollMs: number, onLook: (isChange: boolean) => void): () => void {
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(indexDir, { persistent: false }, (_, name) => {
      if (name === null || name === currentFile) onLook(true);
    });
    watcher.on("error", () => watcher?.close());
  } catch {
    // The system gives no watcher: the poll sees to it.
  }
  const poll = setInterval(() => onLook(false), pollMs).unref();
  return () => {
    watcher?.close();
    clearInterval(poll);
  };
}

/** Has the tables made that the first question would wait for. An embedder that fails now says nothing about the index. */
async function warmUp(assistant: Assistant): Promise<void> {
  // One word: what a whole question costs beyond the tables would hold up those that others ask meanwhile.
  const query = "contents";
  await assistant.search({ query, limit: 1 }, { signal: AbortSignal.timeout(warmUpMs) }).catch(() => {});
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
