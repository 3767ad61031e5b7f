import { stat, truncate, writeFile } from "node:fs/promises";
import { diskStorage, type IndexStorage } from "../../src/node/index-storage.ts";
import { writeError } from "../../src/node/write-error.ts";

/** What goes wrong at one operation of a writer. */
export interface Fault {
  /** Operations are counted from 1. */
  readonly at: number;
  /**
   * An error code of the system; `SHORT` for a file of which only a half arrives though all is reported to be well;
   * `CRASH` for a process that stops there: nothing of the operation, or of what comes after it, happens.
   * `KILL` really ends this process; `KILL_INSIDE` does so with half of a file written.
   */
  readonly kind: "ENOSPC" | "EIO" | "EMFILE" | "EACCES" | "EROFS" | "SHORT" | "CRASH" | "KILL" | "KILL_INSIDE";
  /** The operations after it fail as well, as on a disk that stays full. Default false. */
  readonly stays?: boolean;
}

export interface FaultyStorage extends IndexStorage {
  /** The operations so far, such as `write .../CURRENT.tmp`. */
  readonly operations: readonly string[];
}

/** The disk, but for one operation that fails. */
export function faultyStorage(fault: Fault | null): FaultyStorage {
  const operations: string[] = [];
  const isHit = () =>
    fault !== null && (operations.length === fault.at || (fault.stays === true && operations.length > fault.at));

  async function run<T>(name: string, path: string, act: () => Promise<T>, half: () => Promise<T>): Promise<T> {
    operations.push(`${name} ${path}`);
    if (fault?.kind === "CRASH" && operations.length >= fault.at) throw writeError(path, new Error("crashed"));
    if (!isHit()) return act();
    switch (fault?.kind) {
      case "KILL":
      case "KILL_INSIDE":
        if (fault.kind === "KILL_INSIDE") await half();
        process.kill(process.pid, "SIGKILL");
        return new Promise(() => {});
      case "SHORT":
        return half();
      default:
        throw writeError(
          path,
          Object.assign(new Error(`${fault?.kind}: injected, ${name} '${path}'`), { code: fault?.kind }),
        );
    }
  }

  return {
    operations,
    makeFolder: (path, options) =>
      run(
        "makeFolder",
        path,
        () => diskStorage.makeFolder(path, options),
        () => diskStorage.makeFolder(path, options),
      ),
    write: (path, bytes) =>
      run(
        "write",
        path,
        () => diskStorage.write(path, bytes),
        () => writeFile(path, bytes.slice(0, bytes.length >> 1)),
      ),
    writeBy: (path, writer) =>
      run(
        "writeBy",
        path,
        () => diskStorage.writeBy(path, writer),
        async () => {
          await writer(path);
          await halve(path);
        },
      ),
    sync: (path) =>
      run(
        "sync",
        path,
        () => diskStorage.sync(path),
        async () => {},
      ),
    move: (from, to) =>
      run(
        "move",
        to,
        () => diskStorage.move(from, to),
        () => diskStorage.move(from, to),
      ),
    remove: (path) =>
      run(
        "remove",
        path,
        () => diskStorage.remove(path),
        () => diskStorage.remove(path),
      ),
    list: (path) =>
      run(
        "list",
        path,
        () => diskStorage.list(path),
        () => diskStorage.list(path),
      ),
    read: (path) =>
      run(
        "read",
        path,
        () => diskStorage.read(path),
        () => diskStorage.read(path),
      ),
  };
}

async function halve(path: string): Promise<void> {
  await truncate(path, (await stat(path)).size >> 1);
}
