import { withIndexLock } from "../../src/node/index-lock.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { exampleContent } from "../search-index/example-content.ts";

/** A program: `node publish-once.ts INDEX EDITION` publishes an example and prints what came of it. */
const [indexDir = "", edition = ""] = process.argv.slice(2);
try {
  const publication = await withIndexLock(indexDir, async (lock) => {
    console.log("writing");
    return publishGeneration(indexDir, exampleContent({ edition, sentences: 40, dimension: 64 }), { lock });
  });
  console.log(JSON.stringify(publication));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
