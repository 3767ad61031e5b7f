import { randomInt, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { IndexError } from "../domain/errors.ts";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";
import { writeError } from "./write-error.ts";

/** Proof that this process is the one writer of `indexDir`; valid while the function it was given to runs. */
export interface IndexLock {
  readonly indexDir: string;
}

interface Holder extends ProcessIdentity {
  readonly host: string;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
}

const lockFile = /^writer-\d+-[0-9a-f-]{36}\.lock$/u;
/** Two writers that start in the same millisecond see each other and both step back; then one of them comes first. */
const attempts = 5;

/**
 * Runs `write` as the only writer of an index folder, which it creates. Throws an `IndexError` that names the holder
 * where another process writes; a holder that was killed holds nothing.
 *
 * Each writer announces itself in a file of its own and only then looks for others, so that of two at least one sees
 * the other. A lock that is one file for all would have to be taken from the dead, and a third process can come between.
 */
export async function withIndexLock<T>(
  indexDir: string,
  write: (lock: IndexLock) => Promise<T>,
  { now = () => new Date(), id = randomUUID() }: { readonly now?: () => Date; readonly id?: string } = {},
): Promise<T> {
  const file = join(indexDir, `writer-${process.pid}-${id}.lock`);
  await createFolder(indexDir);
  try {
    await acquire(indexDir, file, now);
    return await write({ indexDir });
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(indexDir: string, file: string, now: () => Date): Promise<void> {
  const holder: Holder = { ...(await identifyProcess(process.pid)), host: hostname(), since: now().toISOString() };
  for (let attempt = 1; ; attempt++) {
    await announce(file, holder);
    const other = await findOther(indexDir, file);
    if (other === null) return;
    await rm(file, { force: true });
    if (attempt === attempts) throw refusal(indexDir, other);
    await wait(randomInt(5, 25));
  }
}

async function createFolder(indexDir: string): Promise<void> {
  try {
    await mkdir(indexDir, { recursive: true });
  } catch (cause) {
    throw writeError(indexDir, cause);
  }
}

/** The file appears with all that it says, or not at all. */
async function announce(file: string, holder: Holder): Promise<void> {
  try {
    await writeFile(`${file}.new`, JSON.stringify(holder));
    await rename(`${file}.new`, file);
  } catch (cause) {
    await rm(`${file}.new`, { force: true });
    throw writeError(file, cause);
  }
}

/** The first running holder but `own`, with its file; files of those that have ended are removed. */
async function findOther(indexDir: string, own: string): Promise<{ file: string; holder: Holder } | null> {
  for (const name of (await readdir(indexDir)).filter((each) => lockFile.test(each))) {
    const file = join(indexDir, name);
    if (file === own) continue;
    const holder = await readHolder(file);
    if (holder === null) continue;
    // A process of another machine can't be looked up from here.
    if (holder.host !== hostname() || (await isRunning(holder))) return { file, holder };
    await rm(file, { force: true });
  }
  return null;
}

/** Null where the holder let go in the meantime, or where a lost disk write left a file that names nobody. */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    const value = JSON.parse(await readFile(file, "utf8")) as Partial<Holder> | null;
    return Number.isSafeInteger(value?.pid) && typeof value?.host === "string" ? (value as Holder) : null;
  } catch {
    return null;
  }
}

function refusal(indexDir: string, { file, holder }: { file: string; holder: Holder }): IndexError {
  const who = `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
  const advice =
    holder.host === hostname()
      ? "wait until it has ended, then run this again"
      : `wait until it has ended, then run this again; if that machine is gone, remove ${file}`;
  return new IndexError(`${indexDir} is being written by ${who}; expected to be the only writer: ${advice}`, file);
}
