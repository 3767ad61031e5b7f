import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AnnalistError, IndexError } from "../domain/errors.ts";
import { createManifest } from "../search-index/create-manifest.ts";
import { mendCommand } from "../search-index/damaged-file.ts";
import { encodeGeneration } from "../search-index/encode-generation.ts";
import { encodeManifest } from "../search-index/encode-manifest.ts";
import type { GenerationContent } from "../search-index/generation.ts";
import { graphFile, manifestFile } from "../search-index/generation-files.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { checkGraphFile } from "./check-graph-file.ts";
import { graphSettings, writeGraph } from "./hnsw-index.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import { type HnswLibrary, hnswlibMissing, loadHnswlib } from "./load-hnswlib.ts";
import { type Verdict, verifyPublication } from "./verify-publication.ts";
import { writeError } from "./write-error.ts";

export type PublishStep = "write" | "graph" | "check";

export interface WriteOptions {
  readonly storage?: IndexStorage;
  readonly loadLibrary?: () => Promise<HnswLibrary | null>;
  readonly verify?: (folder: string, name: string, signal?: AbortSignal) => Promise<Verdict>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (step: PublishStep, done: number, total: number) => void;
}

/**
 * Writes a generation into a new folder and has it checked there. Returns why the graph was left out, null where it was
 * not. Throws an `IndexError` where what was written does not pass even without it.
 */
export async function writeVerified(
  folder: string,
  { name, content }: { readonly name: string; readonly content: GenerationContent },
  options: WriteOptions,
): Promise<string | null> {
  const { storage = diskStorage, loadLibrary = loadHnswlib, signal, onProgress = () => {} } = options;
  const files = new Map<string, Uint8Array<ArrayBuffer>>(Object.entries(encodeGeneration(content)));
  await storage.makeFolder(folder);
  for (const [file, bytes] of files) {
    stopIf(signal);
    await storage.write(join(folder, file), bytes);
  }
  onProgress("write", files.size, files.size);
  const library = await loadLibrary();
  let notice = library === null ? hnswlibMissing : null;
  if (library !== null) {
    const graph = await addGraph(folder, { library, content, storage }, options);
    const manifest = await createManifest(content, new Map([...files, [graphFile, graph]]), graphSettings);
    await writeManifest(folder, manifest, storage);
    const verdict = await check(folder, name, options);
    if (verdict === null) return null;
    if (verdict.blames === "files") throw refused(folder, verdict.reason);
    notice = `the graph was left out and the exact scan serves: ${verdict.reason}`;
    await storage.remove(join(folder, graphFile));
  }
  await writeManifest(folder, await createManifest(content, files, null), storage);
  const verdict = await check(folder, name, options);
  if (verdict === null) return notice;
  throw refused(folder, verdict.reason);
}

function refused(folder: string, reason: string): IndexError {
  return new IndexError(
    `the new generation in ${folder} did not pass its check and was not published: ${reason}; ` +
      `what was published before is untouched: run again: ${mendCommand}`,
    folder,
  );
}

async function check(
  folder: string,
  name: string,
  { verify = verifyPublication, signal, onProgress = () => {} }: WriteOptions,
): Promise<Verdict> {
  stopIf(signal);
  const verdict = await verify(folder, name, signal);
  stopIf(signal);
  onProgress("check", 1, 1);
  return verdict;
}

async function addGraph(
  folder: string,
  { library, content, storage }: { library: HnswLibrary; content: GenerationContent; storage: IndexStorage },
  { signal, onProgress = () => {} }: WriteOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, graphFile);
  const { vectors } = content;
  const { dimension } = content.embedder;
  const onRow = (done: number, total: number) => onProgress("graph", done, total);
  await storage.writeBy(path, (to) => writeGraph(library, to, { vectors, dimension, signal, onProgress: onRow }));
  stopIf(signal);
  try {
    const bytes = await readFile(path);
    await checkGraphFile({ graph: graphSettings, bytes, vectors, dimension });
    return bytes;
  } catch (cause) {
    // The library reports no failed write; a disk that is full shows only in what was written.
    throw writeError(path, cause instanceof IndexError ? new Error(cause.message, { cause }) : cause);
  }
}

async function writeManifest(folder: string, manifest: Manifest, storage: IndexStorage): Promise<void> {
  await storage.write(join(folder, manifestFile), await encodeManifest(manifest));
  await storage.sync(folder);
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AnnalistError("aborted", "Publishing was cancelled.");
}
