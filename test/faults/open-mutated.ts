import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { seededRandom } from "../../bench/seeded-random.ts";
import { IndexError } from "../../src/domain/errors.ts";
import { openGeneration } from "../../src/node/open-generation.ts";
import { publishGeneration } from "../../src/node/publish-generation.ts";
import type { Generation } from "../../src/search-index/generation.ts";
import { exampleContent, exampleVectors } from "../search-index/example-content.ts";
import { type Files, mutate } from "./mutate-generation.ts";
import { verifyHere } from "./verify-here.ts";

/**
 * A program: `node open-mutated.ts SEED COUNT` opens COUNT generations with a change each and prints what came of them:
 * refused, opened and answering as before, or answering otherwise (by name). A crash is for the caller to see.
 */
const [seed = "1", count = "1"] = process.argv.slice(2);
const shape = { sentences: 40, dimension: 16 };
const content = exampleContent({ ...shape, edition: "mutated" });
const queries = exampleVectors(5, shape.dimension, "queries");

const folder = await mkdtemp(join(tmpdir(), "annalist-mutated-"));
try {
  const files = await filesOf(join(folder, "base"), content);
  const other = await filesOf(join(folder, "other"), exampleContent({ ...shape, edition: "another" }));
  const answers = answersOf(await openFiles(files));
  const random = seededRandom(Number(seed));
  const outcome = { refused: 0, same: 0, wrong: [] as string[] };
  for (let n = 0; n < Number(count); n++) {
    const mutation = await mutate(files, other, random);
    try {
      const same = isDeepStrictEqual(answersOf(await openFiles(mutation.files)), answers);
      if (same) outcome.same++;
      else outcome.wrong.push(mutation.name);
    } catch (error) {
      if (error instanceof IndexError) outcome.refused++;
      else outcome.wrong.push(`${mutation.name}: ${error}`);
    }
  }
  console.log(JSON.stringify(outcome));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function filesOf(indexDir: string, published: typeof content): Promise<Files> {
  const { name } = await publishGeneration(indexDir, published, { verify: verifyHere });
  const generation = join(indexDir, `gen-${name}`);
  const names = await readdir(generation);
  return new Map(
    await Promise.all(
      names.map(async (each) => [each, new Uint8Array(await readFile(join(generation, each)))] as const),
    ),
  );
}

async function openFiles(files: Files): Promise<Generation> {
  const indexDir = join(folder, "tried");
  const generation = join(indexDir, "gen-000001");
  await rm(indexDir, { recursive: true, force: true });
  await mkdir(generation, { recursive: true });
  await writeFile(join(indexDir, "CURRENT"), "000001\n");
  for (const [name, bytes] of files) await writeFile(join(generation, name), bytes);
  return openGeneration(indexDir, { embedder: content.embedder });
}

/** What a generation finds: by vector, by word, and the texts themselves. */
function answersOf({ dense, lexical, documents, chunks, suggestions }: Generation): unknown {
  const found = Array.from({ length: 5 }, (_, i) =>
    dense.search(queries.subarray(i * shape.dimension, (i + 1) * shape.dimension), 10),
  );
  const terms = ["line", "document", "report", "mutated", "tokyo"].map((term) => lexical.termId(term));
  const scores = terms.map((termId) => {
    const { sentences, chunks: byChunk } = lexical.score([{ termId, weight: 1 }]);
    return [[...sentences], [...byChunk]];
  });
  const ids = documents.map(({ id, title, text }) => [id, title, text]);
  return { found, scores, ids, chunks, suggestions, surfaces: lexical.surfaces };
}
