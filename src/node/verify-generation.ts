import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { manifestFile } from "../search-index/generation-files.ts";
import { openManifest } from "../search-index/open-manifest.ts";
import { measureRecall } from "./measure-recall.ts";
import { openFolder } from "./open-generation.ts";

/**
 * A program of its own: `node verify-generation.ts FOLDER NAME` opens the generation in FOLDER as a server would and
 * prints the recall of its dense index, or exits with what is wrong. A graph that crashes hnswlib crashes this process.
 */
const [folder = ".", name = "000000"] = process.argv.slice(2);
try {
  const { embedder } = await openManifest(await readFile(join(folder, manifestFile)));
  const { dense, vectors } = await openFolder(folder, name, { embedder });
  console.log(JSON.stringify({ kind: dense.kind, recall: measureRecall(dense, vectors) }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
