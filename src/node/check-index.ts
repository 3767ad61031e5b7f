import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkEmbedder } from "../search-index/check-embedder.ts";
import { checkFile } from "../search-index/check-file.ts";
import { manifestFile } from "../search-index/generation-files.ts";
import { currentFile, generationFolder } from "../search-index/generation-name.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { currentManifest } from "./current-generation.ts";
import { findLeftovers, findUnused, previousName } from "./index-leftovers.ts";
import { hnswlibMissing } from "./load-hnswlib.ts";
import { leastRecall, measureRecall } from "./measure-recall.ts";
import { openFolder } from "./open-generation.ts";
import { openToVerify } from "./open-to-verify.ts";

export interface IndexCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/**
 * What `annalist doctor` says about an index folder: CURRENT and the manifest, the embedder, each file, what the files
 * hold, the recall of the dense index, and what a killed writer left. Never throws for a damaged index; a check that
 * depends on one that failed is left out. `embedder` is the one that is set, null to accept the one that built the index.
 */
export async function checkIndex(
  indexDir: string,
  embedder: Manifest["embedder"] | null,
): Promise<readonly IndexCheck[]> {
  const checks: IndexCheck[] = [];
  const run = async <T>(name: string, check: () => Promise<{ readonly detail: string; readonly value: T }>) => {
    try {
      const { detail, value } = await check();
      checks.push({ name, ok: true, detail });
      return value;
    } catch (error) {
      checks.push({ name, ok: false, detail: error instanceof Error ? error.message : String(error) });
      return null;
    }
  };

  const current = await run(`${currentFile} and ${manifestFile}`, async () => {
    const value = await currentManifest(indexDir);
    if (value === null) throw new Error(`there is no index in ${indexDir}; build it with: npm run ingest`);
    const { documents, chunks } = value.manifest.counts;
    return { value, detail: `generation ${value.name}, ${documents} documents, ${chunks} chunks` };
  });
  if (current !== null) {
    const { name, manifest } = current;
    const folder = join(indexDir, generationFolder(name));
    await run("embedder", async () => {
      if (embedder !== null) checkEmbedder(manifest.embedder, embedder, manifestFile);
      return { value: true, detail: `${manifest.embedder.id}, dimension ${manifest.embedder.dimension}` };
    });
    let isIntact = true;
    for (const [file, stated] of Object.entries(manifest.files)) {
      const result = await run(file, async () => {
        await checkFile(file, await readFile(join(folder, file)), stated);
        return { value: true, detail: `${stated.bytes} bytes, SHA-256 as stated` };
      });
      isIntact &&= result !== null;
    }
    if (isIntact) await run("contents", () => checkContents(folder, name, manifest));
  }
  if (current !== null) await run("rollback", () => checkPrevious(indexDir, current.name));
  await run("leftovers", async () => {
    const found = existsSync(indexDir) ? await findLeftovers(indexDir) : [];
    const unused = current === null ? [] : await findUnused(indexDir, current.name);
    const note = unused.length === 0 ? "" : `; ${unused.join(", ")} is not in use: the next publication removes it`;
    if (found.length === 0) return { value: true, detail: `none${note}` };
    throw new Error(
      `${found.join(", ")}: left by a writer that was killed, unless one runs now; npm run ingest removes them`,
    );
  });
  return checks;
}

/** Whether there is a generation to go back to, and whether it is sound. */
async function checkPrevious(indexDir: string, current: string) {
  const name = await previousName(indexDir, current);
  if (name === null) return { value: true, detail: "there is no generation to go back to yet" };
  await openToVerify(join(indexDir, generationFolder(name)), name);
  return { value: true, detail: `generation ${name} can be gone back to` };
}

async function checkContents(folder: string, name: string, manifest: Manifest) {
  const notices: string[] = [];
  const options = { embedder: manifest.embedder, onNotice: (notice: string) => void notices.push(notice) };
  const { dense, vectors } = await openFolder(folder, name, options);
  const recall = measureRecall(dense, vectors);
  const figure = `${dense.kind}, recall@10 ${recall.toFixed(3)} against the exact scan`;
  if (recall < leastRecall) throw new Error(`${figure}; expected at least ${leastRecall}: run npm run ingest`);
  const reason = notices.includes(hnswlibMissing) ? `; ${hnswlibMissing}` : "";
  return { value: true, detail: `${figure}${reason}` };
}
