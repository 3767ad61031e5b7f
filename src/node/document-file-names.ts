import { basename } from "node:path";
import { documentIds } from "../corpus/document-id.ts";
import { readCorpus } from "./read-corpus.ts";

/** File names, without folders, by the id that ingest gives the document. */
export async function documentFileNames(corpusDir: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await readCorpus(corpusDir);
  const paths = files.map(({ path }) => path);
  const ids = documentIds(paths);
  return new Map(paths.map((path, i) => [ids[i] ?? path, basename(path)]));
}
