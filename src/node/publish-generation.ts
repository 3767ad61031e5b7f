import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { createManifest } from "../search-index/create-manifest.ts";
import { mendCommand } from "../search-index/damaged-file.ts";
import { encodeGeneration } from "../search-index/encode-generation.ts";
import type { GenerationContent } from "../search-index/generation.ts";
import { graphFile, manifestFile } from "../search-index/generation-files.ts";
import { generationFolder, generationName, generationNumber } from "../search-index/generation-name.ts";
import { checkGraphFile } from "./check-graph-file.ts";
import { currentName, replaceCurrent, soundManifest } from "./current-generation.ts";
import { syncPath, writeDurably } from "./durable-write.ts";
import { graphSettings, writeGraph } from "./hnsw-index.ts";
import { keepGenerations, removeLeftovers, temporaryFolder } from "./index-leftovers.ts";
import { type IndexLock, withIndexLock } from "./index-lock.ts";
import { type HnswLibrary, hnswlibMissing, loadHnswlib } from "./load-hnswlib.ts";
import { type Verdict, verifyPublication } from "./verify-publication.ts";
import { writeError } from "./write-error.ts";

export interface PublishOptions {
  /** From `withIndexLock`, where the caller holds it already; otherwise it is taken here. */
  readonly lock?: IndexLock;
  readonly loadLibrary?: () => Promise<HnswLibrary | null>;
  readonly verify?: (folder: string, name: string) => Promise<Verdict>;
}

export interface Publication {
  readonly name: string;
  /** False where the index held this corpus already. */
  readonly published: boolean;
  /** What a person should know: nothing to do, or why the exact scan serves; null otherwise. */
  readonly notice: string | null;
}

/**
 * THE PUBLISH GATE: content -> a new immutable generation that CURRENT names. It is written beside the others, synced,
 * opened in a process of its own and measured before it becomes visible; the previous generation stays, older ones go.
 * Where the graph does not pass, the exact scan takes its place. Throws an `IndexError`; readers then see what they saw.
 */
export async function publishGeneration(
  indexDir: string,
  content: GenerationContent,
  options: PublishOptions = {},
): Promise<Publication> {
  if (options.lock === undefined) {
    return withIndexLock(indexDir, (lock) => publishGeneration(indexDir, content, { ...options, lock }));
  }
  const previous = await usableCurrent(indexDir);
  await removeLeftovers(indexDir, previous);
  const sound = await soundManifest(indexDir, content.embedder);
  if (sound !== null && sound.manifest.corpusHash === content.corpusHash) {
    const notice = `nothing to publish: generation ${sound.name} holds this corpus already`;
    return { name: sound.name, published: false, notice };
  }
  const name = await nextName(indexDir);
  const temporary = join(indexDir, temporaryFolder(name));
  const folder = join(indexDir, generationFolder(name));
  try {
    const notice = await writeVerified(temporary, name, content, options);
    await moveFolder(temporary, folder);
    await syncPath(indexDir);
    await replaceCurrent(indexDir, name);
    await keepGenerations(indexDir, previous === null ? [name] : [name, previous]);
    return { name, published: true, notice };
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    if ((await usableCurrent(indexDir)) !== name) await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** Writes a generation that passes its check; returns the notice about the graph that was left out. */
async function writeVerified(
  folder: string,
  name: string,
  content: GenerationContent,
  { loadLibrary = loadHnswlib, verify = verifyPublication }: PublishOptions,
): Promise<string | null> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>(Object.entries(encodeGeneration(content)));
  await createFolder(folder);
  for (const [file, bytes] of files) await writeDurably(join(folder, file), bytes);
  const library = await loadLibrary();
  let notice: string | null = null;
  if (library === null) notice = hnswlibMissing;
  else {
    const graph = await addGraph(folder, library, content);
    await writeManifest(folder, await createManifest(content, new Map([...files, [graphFile, graph]]), graphSettings));
    const verdict = await verify(folder, name);
    if (verdict === null) return null;
    notice = `the graph was left out and the exact scan serves: ${verdict}`;
    await rm(join(folder, graphFile));
  }
  await writeManifest(folder, await createManifest(content, files, null));
  const verdict = await verify(folder, name);
  if (verdict === null) return notice;
  throw new IndexError(
    `the new generation did not pass its check and was not published: ${verdict}; ` +
      `what was published before is untouched: run again: ${mendCommand}`,
    folder,
  );
}

async function addGraph(
  folder: string,
  library: HnswLibrary,
  { vectors, embedder: { dimension } }: GenerationContent,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, graphFile);
  writeGraph(library, path, { vectors, dimension });
  try {
    const bytes = await readFile(path);
    checkGraphFile({ graph: graphSettings, bytes, vectors, dimension });
    await syncPath(path);
    return bytes;
  } catch (cause) {
    // The library reports no failed write; a disk that is full shows only in what was written.
    throw writeError(path, cause instanceof IndexError ? new Error(cause.message, { cause }) : cause);
  }
}

async function writeManifest(folder: string, manifest: object): Promise<void> {
  await writeDurably(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncPath(folder);
}

async function createFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (cause) {
    throw writeError(folder, cause);
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    throw writeError(to, cause);
  }
}

/** The name in CURRENT; null also where CURRENT is damaged, which publishing mends. */
async function usableCurrent(indexDir: string): Promise<string | null> {
  try {
    return await currentName(indexDir);
  } catch (cause) {
    if (cause instanceof IndexError) return null;
    throw cause;
  }
}

/** One above every generation that is there. */
async function nextName(indexDir: string): Promise<string> {
  const numbers = (await readdir(indexDir)).map((entry) => generationNumber(entry) ?? 0);
  return generationName(Math.max(0, ...numbers) + 1);
}
