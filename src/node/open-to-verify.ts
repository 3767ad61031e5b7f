import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Generation } from "../search-index/generation.ts";
import { manifestFile } from "../search-index/generation-files.ts";
import { openManifest } from "../search-index/open-manifest.ts";
import { readFileRecords } from "../search-index/read-file-records.ts";
import { openFolder } from "./open-generation.ts";

/** Opens a generation as a server would, with its own embedder, and checks also what only the next writer reads. */
export async function openToVerify(folder: string, name: string): Promise<Generation> {
  const { embedder } = await openManifest(await readFile(join(folder, manifestFile)));
  const generation = await openFolder(folder, name, { embedder });
  await readFileRecords({ generation, read: (file) => readFile(join(folder, file)) });
  return generation;
}
