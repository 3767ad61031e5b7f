import { AnnalistError } from "../../src/domain/errors.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import { exampleContent } from "../search-index/example-content.ts";
import { type Fault, faultyStorage } from "./faulty-storage.ts";
import { verifyHere } from "./verify-here.ts";

/** A program: `node publish-with-fault.ts INDEX EDITION FAULT` publishes an example; FAULT is JSON or `null`. */
const [indexDir = "", edition = "", fault = "null"] = process.argv.slice(2);
const storage = faultyStorage(JSON.parse(fault) as Fault | null);
try {
  const content = exampleContent({ edition, sentences: 40, dimension: 64 });
  await publishGeneration(indexDir, content, { storage, verify: verifyHere });
} catch (error) {
  if (!(error instanceof AnnalistError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
console.log(JSON.stringify(storage.operations));
