import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { exampleContent } from "../search-index/example-content.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const program = fileURLToPath(new URL("./publish-once.ts", import.meta.url));
const run = promisify(execFile);
const old = exampleContent({ edition: "old", sentences: 40, dimension: 64 });
const fresh = exampleContent({ edition: "fresh", sentences: 40, dimension: 64 });

/** Publishes in another process and kills it at the given change of the index folder; true where it was killed. */
async function killAtChange(indexDir: string, change: number): Promise<boolean> {
  const watcher = watch(indexDir, { recursive: true });
  onTestFinished(() => watcher.close());
  const child = spawn(process.execPath, [program, indexDir, "fresh"], { stdio: "ignore" });
  const ended = once(child, "exit");
  let seen = 0;
  watcher.on("change", () => {
    seen++;
    if (seen === change) child.kill("SIGKILL");
  });
  const [, signal] = await ended;
  watcher.close();
  return signal === "SIGKILL";
}

describe("a publication that is killed", () => {
  it("leaves the old generation or the new one, and the next writer mends the rest", { timeout: 60_000 }, async () => {
    const indexDir = await temporaryFolder();
    const kills: boolean[] = [];
    for (let change = 1; change <= 37; change += 4) {
      await publishGeneration(indexDir, old);
      kills.push(await killAtChange(indexDir, change));
      const { documents, corpus } = await openCurrent(indexDir);
      expect([old.corpusHash, fresh.corpusHash]).toContain(corpus);
      expect(documents).toEqual((corpus === old.corpusHash ? old : fresh).documents);
      await publishGeneration(indexDir, fresh);
      expect((await openCurrent(indexDir)).corpus).toBe(fresh.corpusHash);
      expect((await readdir(indexDir)).every((entry) => /^(?:CURRENT|gen-\d{6})$/u.test(entry))).toBe(true);
    }
    expect(kills.filter((killed) => killed).length).toBeGreaterThanOrEqual(3);
  });
});

describe("a publication that the disk refuses", () => {
  it.skipIf(process.platform === "win32")(
    "names the path, leaves the old generation and nothing else",
    { timeout: 60_000 },
    async () => {
      const indexDir = await temporaryFolder();
      await publishGeneration(indexDir, old);
      const before = await readdir(indexDir);
      // A limit on the size of files, in blocks of 512 bytes, stands in for a disk that is full at that file.
      const limits = [
        [1, "documents.jsonl"],
        [20, "vectors.bin"],
        ...((await loadHnswlib()) === null ? [] : [[40, "graph.hnsw"]]),
      ];
      for (const [blocks, file] of limits) {
        const limited = run("sh", [
          "-c",
          `ulimit -f ${blocks}; exec "$0" "$@"`,
          process.execPath,
          program,
          indexDir,
          "fresh",
        ]);
        const failure = await limited.then(
          () => null,
          ({ stderr }: { readonly stderr: string }) => stderr,
        );
        expect(failure).toContain(`tmp-gen-000002/${file} can't be written: `);
        expect(failure).toContain("npm run ingest");
        expect(await readdir(indexDir)).toEqual(before);
      }
      expect((await openCurrent(indexDir)).corpus).toBe(old.corpusHash);
    },
  );
});

async function openCurrent(indexDir: string) {
  const { documents, manifest } = await openGeneration(indexDir, { embedder: old.embedder });
  return { documents, corpus: manifest.corpusHash };
}
