import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { withIndexLock } from "../../src/node/index-lock.ts";
import { identifyProcess } from "../../src/node/process-identity.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const holder = fileURLToPath(new URL("./hold-lock.ts", import.meta.url));
const lockName = "writer-1-00000000-0000-4000-8000-000000000000.lock";

/** A process that holds the lock until it is killed. */
async function startHolder(indexDir: string) {
  const child = spawn(process.execPath, [holder, indexDir], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

async function leaveLock(indexDir: string, content: unknown): Promise<void> {
  await writeFile(join(indexDir, lockName), typeof content === "string" ? content : JSON.stringify(content));
}

const since = "2020-01-01T00:00:00.000Z";

describe("the lock of an index", () => {
  it("runs the writer, gives back what it gives and leaves nothing behind", async () => {
    const indexDir = join(await temporaryFolder(), "new", "index");
    expect(await withIndexLock(indexDir, async (lock) => lock.indexDir)).toBe(indexDir);
    expect(await readdir(indexDir)).toEqual([]);
  });

  it("is free again after a writer that failed", async () => {
    const indexDir = await temporaryFolder();
    const failing = withIndexLock(indexDir, () => Promise.reject(new Error("the writer failed")));
    await expect(failing).rejects.toThrow("the writer failed");
    expect(await withIndexLock(indexDir, async () => "second")).toBe("second");
  });

  it("refuses a second writer of this process, naming the first and since when it writes", async () => {
    const indexDir = await temporaryFolder();
    const now = () => new Date(since);
    const second = withIndexLock(indexDir, () => withIndexLock(indexDir, async () => "second"), { now });
    await expect(second).rejects.toThrow(`process ${process.pid} on ${hostname()}, since ${since}`);
    await expect(second).rejects.toBeInstanceOf(IndexError);
  });

  it("refuses while another process writes, and is free as soon as that one is killed", async () => {
    const indexDir = await temporaryFolder();
    const child = await startHolder(indexDir);
    await expect(withIndexLock(indexDir, async () => "second")).rejects.toThrow(`process ${child.pid} on`);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await withIndexLock(indexDir, async () => "second")).toBe("second");
    expect(await readdir(indexDir)).toEqual([]);
  });

  it("lets one of many writers in at a time", async () => {
    const indexDir = await temporaryFolder();
    let inside = 0;
    let most = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        withIndexLock(indexDir, async () => {
          most = Math.max(most, ++inside);
          await readdir(indexDir);
          inside--;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toBeInstanceOf(IndexError);
  });

  it("is not held by a newer process with the same number", async () => {
    const indexDir = await temporaryFolder();
    const { pid, start } = await identifyProcess(process.pid);
    await leaveLock(indexDir, { pid, start: `${start}0`, host: hostname(), since });
    const taken = withIndexLock(indexDir, async () => "taken");
    if (start === null) await expect(taken).rejects.toThrow(IndexError);
    else expect(await taken).toBe("taken");
  });

  it.each([
    ["a number that no process has", { pid: 2 ** 22 + 1, start: null, host: hostname(), since }],
    ["a number that means a group", { pid: 0, start: null, host: hostname(), since }],
    ["nobody", ""],
    ["nothing readable", "{\0"],
    ["null", "null"],
  ])("is not held by %s", async (_, content) => {
    const indexDir = await temporaryFolder();
    await leaveLock(indexDir, content);
    expect(await withIndexLock(indexDir, async () => "taken")).toBe("taken");
  });

  it("is held by a writer on another machine, with the file to remove should that machine be gone", async () => {
    const indexDir = await temporaryFolder();
    await leaveLock(indexDir, { pid: 1, start: null, host: "elsewhere", since });
    const refused = withIndexLock(indexDir, async () => "taken");
    await expect(refused).rejects.toThrow(`on elsewhere, since ${since}`);
    await expect(refused).rejects.toThrow(join(indexDir, lockName));
  });

  it("names the path where the folder can't be made", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const failing = withIndexLock(join(file, "index"), async () => "taken");
    await expect(failing).rejects.toThrow(`${join(file, "index")} can't be written`);
    await expect(failing).rejects.toBeInstanceOf(IndexError);
  });
});
