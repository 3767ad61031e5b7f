import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ConfigurationError, RequestError } from "../domain/errors.ts";
import type { FeedbackEntry, FeedbackStore } from "../domain/feedback.ts";
import { limits } from "../domain/limits.ts";
import { feedbackFile, type KeptFeedback } from "./feedback-file.ts";

export interface FeedbackStoreOptions {
  /** Bytes that the file may come to have. */
  readonly maxBytes?: number;
  readonly now?: () => Date;
}

/** Of the 503 that feedback gets which can't be kept: somebody has to make room first. */
const retryAfterSeconds = 600;
const newline = 10;

/**
 * ADAPTER: feedback in a file that is only ever added to, readable by its owner alone. Each entry is one write at the end,
 * on the disk before the caller hears of it; behind a line that was torn a new one begins. Rejects with a
 * `ConfigurationError` where the folder can't be used.
 */
export async function openFeedbackStore(
  folder: string,
  { maxBytes = limits.feedbackFileBytes, now = () => new Date() }: FeedbackStoreOptions = {},
): Promise<FeedbackStore> {
  const path = join(folder, feedbackFile);
  try {
    await makeFolder(folder);
    await appendTo(path, (file) => file.sync());
    await syncFolder(folder);
  } catch (cause) {
    throw new ConfigurationError([
      `${path} can't be written (${(cause as Error).message}): give --data, or ANNALIST_DATA, a folder that this user may write to`,
    ]);
  }

  async function append(entry: FeedbackEntry): Promise<void> {
    const kept: KeptFeedback = { at: now().toISOString(), ...entry };
    await appendTo(path, async (file) => {
      const { size } = await file.stat();
      const line = `${(await endsTorn(file, size)) ? "\n" : ""}${JSON.stringify(kept)}\n`;
      const bytes = Buffer.from(line);
      if (size + bytes.length > maxBytes) throw refusal(`The file of feedback is full, at ${size} bytes`);
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten < bytes.length) throw refusal("The feedback could not be written");
      await file.sync();
    });
  }

  // One after the other, so that the size that was looked at is the size that is added to.
  let last: Promise<void> = Promise.resolve();
  return {
    add: (entry) => {
      const added = last.then(() => append(entry)).catch(explain);
      last = added.catch(() => {});
      return added;
    },
  };
}

/** With those above it. Node's own `recursive` never returns where a folder can't be made in one that is there, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o700 });
  try {
    await make();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    const parent = dirname(resolve(path));
    if (code !== "ENOENT" || (await stat(parent).catch(() => null)) !== null) throw cause;
    await makeFolder(parent);
    await make();
  }
}

async function appendTo(path: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, "a+", 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

/** True for a file whose last line has no end. */
async function endsTorn(file: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 1 && buffer[0] !== newline;
}

/** Waits until the name of a new file is on the disk as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain(cause: unknown): never {
  throw cause instanceof RequestError ? cause : refusal("The feedback could not be written", cause);
}

function refusal(what: string, cause?: unknown): RequestError {
  const message = `${what}; nothing that was kept is lost, but this was not kept. Send it again later.`;
  return new RequestError(503, message, [], { cause, retryAfterSeconds });
}
