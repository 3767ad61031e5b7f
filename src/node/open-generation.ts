import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { mendCommand } from "../search-index/damaged-file.ts";
import type { Generation } from "../search-index/generation.ts";
import { graphFile } from "../search-index/generation-files.ts";
import { currentFile, generationFolder } from "../search-index/generation-name.ts";
import type { Manifest } from "../search-index/manifest.ts";
import { type DenseParts, readGeneration } from "../search-index/read-generation.ts";
import { currentName } from "./current-generation.ts";
import { hashInTurns } from "./hash-in-turns.ts";
import { openHnswIndex } from "./hnsw-index.ts";
import { type HnswLibrary, hnswlibMissing, loadHnswlib } from "./load-hnswlib.ts";

export interface OpenOptions {
  /** What questions will be embedded with. */
  readonly embedder: Manifest["embedder"];
  /** Told once where there is a graph and the exact scan has to serve. Default: nobody is told. */
  readonly onNotice?: (notice: string) => void;
  readonly loadLibrary?: () => Promise<HnswLibrary | null>;
}

/** How often a writer may replace the generation while it is being opened. */
const attempts = 3;

/**
 * The published generation, opened and checked. Throws an `IndexError`: `index_missing` where nothing was published,
 * `embedder_mismatch` where another embedder built it, `index` where a file is damaged.
 */
export async function openGeneration(indexDir: string, options: OpenOptions): Promise<Generation> {
  for (let attempt = 1; ; attempt++) {
    const name = await currentName(indexDir);
    if (name === null) throw missing(indexDir);
    try {
      return await openFolder(join(indexDir, generationFolder(name)), name, options);
    } catch (cause) {
      // Two publications during one opening remove the folder that is being read.
      if (attempt === attempts || (await currentName(indexDir)) === name) throw cause;
    }
  }
}

/** Opens a generation from its own folder, wherever that is; `name` is what messages call it. */
export async function openFolder(folder: string, name: string, options: OpenOptions): Promise<Generation> {
  const { embedder, onNotice = () => {}, loadLibrary = loadHnswlib } = options;
  const openDense = async (parts: DenseParts) => {
    const library = await loadLibrary();
    if (library !== null) return openHnswIndex(library, join(folder, graphFile), parts);
    onNotice(hnswlibMissing);
    return null;
  };
  const read = (file: string) => readFile(join(folder, file));
  return readGeneration({ name, read, embedder, openDense, hash: hashInTurns });
}

function missing(indexDir: string): IndexError {
  const path = join(indexDir, currentFile);
  const message = `there is no index in ${indexDir}: ${currentFile} is missing; build the index with: ${mendCommand}`;
  return new IndexError(message, path, { code: "index_missing" });
}
