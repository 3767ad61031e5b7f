import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { unreadableFile } from "../search-index/damaged-file.ts";
import type { GenerationContent } from "../search-index/generation.ts";
import { manifestFile } from "../search-index/generation-files.ts";
import { currentFile, generationFolder, parseCurrent } from "../search-index/generation-name.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { openManifest } from "../search-index/open-manifest.ts";
import type { PreviousGeneration } from "../search-index/previous-generation.ts";
import { readFileRecords } from "../search-index/read-file-records.ts";
import { type DenseParts, readGeneration } from "../search-index/read-generation.ts";
import { checkGraphFile } from "./check-graph-file.ts";
import type { IndexStorage } from "./index-storage.ts";
import { writeError } from "./write-error.ts";

export interface CurrentManifest {
  readonly name: string;
  readonly manifest: Manifest;
}

export type SoundGeneration = PreviousGeneration & CurrentManifest;

/** The name in CURRENT, null where there is no index yet. Throws an `IndexError` where CURRENT is unusable. */
export async function currentName(indexDir: string): Promise<string | null> {
  const path = join(indexDir, currentFile);
  try {
    return parseCurrent(await readFile(path, "utf8"));
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw unreadableFile(path, cause);
  }
}

/** Name and manifest of the published generation, null where there is none. Throws an `IndexError` for damaged ones. */
export async function currentManifest(indexDir: string): Promise<CurrentManifest | null> {
  const name = await currentName(indexDir);
  if (name === null) return null;
  const path = `${generationFolder(name)}/${manifestFile}`;
  try {
    return { name, manifest: await openManifest(await readFile(join(indexDir, path)), path) };
  } catch (cause) {
    throw cause instanceof IndexError ? cause : unreadableFile(path, cause);
  }
}

/**
 * The published generation where `embedder` built it and every file of it passes the open gate; null otherwise,
 * whatever the cause. A writer that finds its corpus hash here need not build.
 */
export async function soundManifest(
  indexDir: string,
  embedder: GenerationContent["embedder"],
): Promise<CurrentManifest | null> {
  const sound = await soundGeneration(indexDir);
  if (sound === null) return null;
  const { id, dimension } = sound.manifest.embedder;
  return id === embedder.id && dimension === embedder.dimension ? sound : null;
}

/**
 * The published generation with the files that it was made from, whichever embedder built it, where every file of it
 * passes the open gate; null otherwise, whatever the cause.
 */
export async function soundGeneration(indexDir: string): Promise<SoundGeneration | null> {
  try {
    const current = await currentManifest(indexDir);
    if (current === null) return null;
    const { name, manifest } = current;
    const read = (file: string) => readFile(join(indexDir, generationFolder(name), file));
    const openDense = async (parts: DenseParts) => {
      await checkGraphFile(parts);
      return null;
    };
    const generation = await readGeneration({ name, read, embedder: manifest.embedder, openDense });
    return { ...generation, files: await readFileRecords({ read, generation }) };
  } catch (cause) {
    if (cause instanceof IndexError) return null;
    throw cause;
  }
}

/** Moves CURRENT to another generation: readers see the old name or the new one, after a crash as well. */
export async function replaceCurrent(indexDir: string, name: string, storage: IndexStorage): Promise<void> {
  const path = join(indexDir, currentFile);
  const temporary = `${path}.tmp`;
  await storage.write(temporary, `${name}\n`);
  // Readers are lost without this one line: a disk that dropped half of it must not get further.
  const written = new TextDecoder().decode((await storage.read(temporary)) ?? new Uint8Array());
  if (written !== `${name}\n`) throw writeError(temporary, new Error(`${JSON.stringify(written)} was kept of it`));
  await storage.move(temporary, path);
  await storage.sync(indexDir);
}
