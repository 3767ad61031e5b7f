import { randomInt, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { IndexError } from "../domain/errors.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

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
  { now = () => new Date(), id = randomUUID(), storage = diskStorage }: LockOptions = {},
): Promise<T> {
  const file = join(indexDir, `writer-${process.pid}-${id}.lock`);
  await storage.makeFolder(indexDir, { recursive: true });
  try {
    await acquire(indexDir, { file, now, storage });
    return await write({ indexDir });
  } finally {
    await letGo(file, storage);
  }
}

/** A lock that stays would refuse this process's own next writer: one more try, though the failure is told all the same. */
async function letGo(file: string, storage: IndexStorage): Promise<void> {
  try {
    await storage.remove(file);
  } catch (cause) {
    await storage.remove(file).catch(() => {});
    throw cause;
  }
}

interface LockOptions {
  readonly now?: () => Date;
  readonly id?: string;
  readonly storage?: IndexStorage;
}

async function acquire(
  indexDir: string,
  { file, now, storage }: { readonly file: string; readonly now: () => Date; readonly storage: IndexStorage },
): Promise<void> {
  const holder: Holder = { ...(await identifyProcess(process.pid)), host: hostname(), since: now().toISOString() };
  for (let attempt = 1; ; attempt++) {
    await announce(file, holder, storage);
    const other = await findOther(indexDir, file, storage);
    if (other === null) return;
    await storage.remove(file);
    if (attempt === attempts) throw refusal(indexDir, other);
    await wait(randomInt(5, 25));
  }
}

/** The file appears with all that it says, or not at all. */
async function announce(file: string, holder: Holder, storage: IndexStorage): Promise<void> {
  try {
    await storage.write(`${file}.new`, JSON.stringify(holder));
    await storage.move(`${file}.new`, file);
  } catch (cause) {
    // What can't be removed either is removed by a later writer.
    await storage.remove(`${file}.new`).catch(() => {});
    throw cause;
  }
}

/** The first running holder but `own`, with its file; files of those that have ended are removed. */
async function findOther(
  indexDir: string,
  own: string,
  storage: IndexStorage,
): Promise<{ file: string; holder: Holder } | null> {
  for (const name of (await storage.list(indexDir)).filter((each) => lockFile.test(each))) {
    const file = join(indexDir, name);
    if (file === own) continue;
    const bytes = await storage.read(file);
    const holder = bytes === null ? null : readHolder(bytes);
    if (holder === null) continue;
    // A process of another machine can't be looked up from here.
    if (holder.host !== hostname() || (await isRunning(holder))) return { file, holder };
    await storage.remove(file);
  }
  return null;
}

/** Null where a lost disk write left a file that names nobody. */
function readHolder(bytes: Uint8Array): Holder | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Holder> | null;
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
