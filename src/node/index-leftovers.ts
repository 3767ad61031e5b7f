import { join } from "node:path";
import { currentFile, generationFolder, generationName, generationNumber } from "../search-index/generation-name.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import { isRunning } from "./process-identity.ts";

const unannounced = /^writer-(\d+)-.*\.lock\.new$/u;

/** The folder that a generation is written into before it is renamed. */
export function temporaryFolder(name: string): string {
  return `tmp-${generationFolder(name)}`;
}

/**
 * Names in the index folder that only a writer which was killed can have left, while no writer runs: temporary folders
 * and files.
 */
export async function findLeftovers(indexDir: string, storage: IndexStorage = diskStorage): Promise<readonly string[]> {
  const leftovers: string[] = [];
  for (const entry of await storage.list(indexDir)) {
    const writer = unannounced.exec(entry)?.[1];
    const isLeft =
      writer !== undefined
        ? !(await isRunning({ pid: Number(writer), start: null }))
        : entry.startsWith("tmp-gen-") || entry === `${currentFile}.tmp`;
    if (isLeft) leftovers.push(entry);
  }
  return leftovers;
}

/** For the writer that holds the lock. */
export async function removeLeftovers(indexDir: string, storage: IndexStorage): Promise<void> {
  for (const entry of await findLeftovers(indexDir, storage)) await storage.remove(join(indexDir, entry));
}

/**
 * Generations beyond the current one: rolled back from, or never made current because their writer was killed. They are
 * whole, nobody reads them, and the next publication removes them.
 */
export async function findUnused(
  indexDir: string,
  current: string,
  storage: IndexStorage = diskStorage,
): Promise<readonly string[]> {
  const entries = await storage.list(indexDir);
  return entries.filter((entry) => (generationNumber(entry) ?? 0) > Number(current));
}

/** The newest generation before one, or of all where `current` is null; null where there is none. */
export async function previousName(
  indexDir: string,
  current: string | null,
  storage: IndexStorage = diskStorage,
): Promise<string | null> {
  const numbers = (await storage.list(indexDir)).flatMap((entry) => generationNumber(entry) ?? []);
  const earlier = numbers.filter((number) => current === null || number < Number(current));
  return earlier.length === 0 ? null : generationName(Math.max(...earlier));
}

/** Removes every generation but those named. */
export async function keepGenerations(
  indexDir: string,
  names: readonly string[],
  storage: IndexStorage,
): Promise<void> {
  const kept = new Set(names.map(generationFolder));
  for (const entry of await storage.list(indexDir)) {
    if (generationNumber(entry) !== null && !kept.has(entry)) await storage.remove(join(indexDir, entry));
  }
}
