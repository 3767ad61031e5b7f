import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { documentIds } from "../corpus/document-id.ts";

/** File names, without folders, by the id that ingest gives the document: over all paths of a corpus, in their order. */
export async function documentFileNames(corpusDir: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(corpusDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(corpusDir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
  const ids = documentIds(paths);
  return new Map(paths.map((path, i) => [ids[i] ?? path, basename(path)]));
}
