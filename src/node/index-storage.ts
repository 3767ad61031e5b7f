import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { writeError } from "./write-error.ts";

/**
 * PORT: every change that a writer makes to an index folder, one method an operation. Each rejects with an `IndexError`
 * that names the path. The disk is one adapter; the tests have one that fails at an operation of their choice.
 */
export interface IndexStorage {
  /** Creates a folder; with `recursive` also those above it, and one that is there is no error. */
  makeFolder(path: string, options?: { readonly recursive?: boolean }): Promise<void>;
  /** Writes a whole file and waits until it is on the disk. */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Lets `writer` write a file by other means, and waits until it is on the disk. */
  writeBy(path: string, writer: (path: string) => Promise<void>): Promise<void>;
  /** Waits until the list of names of a folder is on the disk. */
  sync(path: string): Promise<void>;
  /** Renames; a file in the way is replaced in one step. */
  move(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all that it holds; what is not there is no error. */
  remove(path: string): Promise<void>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** The bytes of a file; null where there is none. */
  read(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

export const diskStorage: IndexStorage = {
  makeFolder: (path, { recursive = false } = {}) =>
    naming(path, () => (recursive ? makeFolders(resolve(path)) : mkdir(path))),
  write: (path, bytes) =>
    naming(path, async () => {
      const file = await open(path, "w");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  writeBy: (path, writer) =>
    naming(path, async () => {
      await writer(path);
      await syncPath(path);
    }),
  sync: (path) => naming(path, () => syncPath(path)),
  move: (from, to) => naming(to, () => rename(from, to)),
  remove: (path) => naming(path, () => rm(path, { recursive: true, force: true })),
  list: (path) => naming(path, async () => (await readdir(path)).sort()),
  read: (path) =>
    naming(path, async () => {
      try {
        return await readFile(path);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw cause;
      }
    }),
};

/**
 * A folder and those above it. Not by `mkdir` with `recursive`, which tries for ever where the system says of a folder
 * that is there that it is not, as /proc does.
 */
async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" && dirname(path) !== path) {
      await makeFolders(dirname(path));
      await mkdir(path);
    } else if (code !== "EEXIST" || !(await stat(path)).isDirectory()) throw cause;
  }
}

async function syncPath(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function naming<T>(path: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (cause) {
    throw writeError(path, cause);
  }
}
