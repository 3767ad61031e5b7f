import { measureRecall } from "./measure-recall.ts";
import { openToVerify } from "./open-to-verify.ts";

/**
 * A program of its own: `node verify-generation.ts FOLDER NAME` opens the generation in FOLDER as a server would and
 * prints the recall of its dense index, or exits with what is wrong. A graph that crashes hnswlib crashes this process.
 */
const [folder = ".", name = "000000"] = process.argv.slice(2);
try {
  const { dense, vectors } = await openToVerify(folder, name);
  console.log(JSON.stringify({ kind: dense.kind, recall: measureRecall(dense, vectors) }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
