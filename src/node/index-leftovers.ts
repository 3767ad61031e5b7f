import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { currentFile, generationFolder, generationNumber } from "../search-index/generation-name.ts";
import { isRunning } from "./process-identity.ts";
import { writeError } from "./write-error.ts";

const unannounced = /^writer-(\d+)-.*\.lock\.new$/u;

/** The folder that a generation is written into before it is renamed. */
export function temporaryFolder(name: string): string {
  return `tmp-${generationFolder(name)}`;
}

/**
 * Names in the index folder that only a writer which was killed can have left, while no writer runs: temporary folders
 * and files, and generations beyond the current one, which were never published. `current` is null where none is.
 */
export async function findLeftovers(indexDir: string, current: string | null): Promise<readonly string[]> {
  const leftovers: string[] = [];
  for (const entry of (await readdir(indexDir)).sort()) {
    const writer = unannounced.exec(entry)?.[1];
    const number = generationNumber(entry);
    const isLeft =
      writer !== undefined
        ? !(await isRunning({ pid: Number(writer), start: null }))
        : entry.startsWith("tmp-gen-") || entry === `${currentFile}.tmp` || isBeyond(number, current);
    if (isLeft) leftovers.push(entry);
  }
  return leftovers;
}

/** For the writer that holds the lock. */
export async function removeLeftovers(indexDir: string, current: string | null): Promise<void> {
  for (const entry of await findLeftovers(indexDir, current)) await removeEntry(indexDir, entry);
}

/** Removes every generation but those named. */
export async function keepGenerations(indexDir: string, names: readonly string[]): Promise<void> {
  const kept = new Set(names.map(generationFolder));
  for (const entry of await readdir(indexDir)) {
    if (generationNumber(entry) !== null && !kept.has(entry)) await removeEntry(indexDir, entry);
  }
}

function isBeyond(number: number | null, current: string | null): boolean {
  return number !== null && current !== null && number > Number(current);
}

async function removeEntry(indexDir: string, entry: string): Promise<void> {
  const path = join(indexDir, entry);
  try {
    await rm(path, { recursive: true, force: true });
  } catch (cause) {
    throw writeError(path, cause);
  }
}
