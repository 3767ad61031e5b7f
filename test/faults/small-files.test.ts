import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { loadHnswlib } from "../../src/node/load-hnswlib.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { temporaryFolder } from "../node/temporary-folder.ts";
import { exampleContent } from "../search-index/example-content.ts";

const program = fileURLToPath(new URL("./publish-with-fault.ts", import.meta.url));
const run = promisify(execFile);
const old = exampleContent({ edition: "old", sentences: 40, dimension: 64 });

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
