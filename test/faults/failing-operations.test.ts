import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IndexError } from "../../src/domain/errors.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";
import { exampleContent } from "../search-index/example-content.ts";
import { type Fault, faultyStorage } from "./faulty-storage.ts";
import { publishedState } from "./published-state.ts";
import { verifyHere } from "./verify-here.ts";

const size = { sentences: 12, dimension: 16 };
const oldest = exampleContent({ ...size, edition: "oldest" });
const old = exampleContent({ ...size, edition: "old" });
const fresh = exampleContent({ ...size, edition: "fresh" });

/** An index with two generations, as after some use, so that a publication has an old one to remove. */
async function usedIndex(): Promise<string> {
  const indexDir = await temporaryFolder();
  for (const content of [oldest, old]) await publishGeneration(indexDir, content, { verify: verifyHere });
  return indexDir;
}

/** What a publication does when nothing fails: the operations at which it can fail. */
async function countOperations(): Promise<readonly string[]> {
  const storage = faultyStorage(null);
  await publishGeneration(await usedIndex(), fresh, { storage, verify: verifyHere });
  return storage.operations;
}

let operations: readonly string[] = [];

describe("a publication, at each of its operations", () => {
  it("has many, of every kind", async () => {
    operations = await countOperations();
    expect(operations.length).toBeGreaterThan(20);
    for (const name of ["makeFolder", "write", "writeBy", "sync", "move", "remove", "list", "read"]) {
      expect(
        operations.some((each) => each.startsWith(`${name} `)),
        name,
      ).toBe(true);
    }
  });

  it.each(["ENOSPC", "EIO", "EMFILE", "EACCES", "EROFS", "SHORT"] as const)(
    "that meets %s leaves the old index or the new one, fails, and names the path",
    { timeout: 240_000 },
    async (kind) => {
      for (const stays of kind === "SHORT" ? [false] : [false, true]) {
        for (const [index, operation] of operations.entries()) {
          // A short write is one of a file; the lock's own few bytes say nothing of the index.
          if (kind === "SHORT" && !/^write(?:By)? .*(?:tmp-gen-|CURRENT)/u.test(operation)) continue;
          const indexDir = await usedIndex();
          await failAt({ at: index + 1, kind, stays }, operation, indexDir);
        }
      }
    },
  );
});

async function failAt(fault: Fault, operation: string, indexDir: string): Promise<void> {
  const what = JSON.stringify({ ...fault, operation: operation.replace(/ .*annalist-\w+/u, " ") });
  const storage = faultyStorage(fault);
  const outcome = await publishGeneration(indexDir, fresh, { storage, verify: verifyHere }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome, what).toBeInstanceOf(IndexError);
  expect((outcome as Error).message, what).toContain(indexDir);
  const state = await publishedState(indexDir, [old, fresh]);
  expect(state, what).toBeGreaterThanOrEqual(0);

  // The process ends, and with it what its lock stands for; the next writer, on a sound disk, mends whatever was left.
  await removeOwnLocks(indexDir);
  await publishGeneration(indexDir, fresh, { verify: verifyHere });
  expect(await publishedState(indexDir, [old, fresh]), what).toBe(1);
  const left = (await readdir(indexDir)).filter((entry) => !/^(?:CURRENT|gen-\d{6})$/u.test(entry));
  expect(left, what).toEqual([]);
}

async function removeOwnLocks(indexDir: string): Promise<void> {
  for (const entry of await readdir(indexDir)) {
    if (entry.startsWith(`writer-${process.pid}-`)) await rm(join(indexDir, entry));
  }
}
