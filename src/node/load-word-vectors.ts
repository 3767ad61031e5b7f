import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { decodeWordTable, type WordTable } from "../embedding/word-table.ts";
import { damagedTable } from "../embedding/word-table-header.ts";
import { preambleBytes, wordTableFile } from "../embedding/word-table-layout.ts";

/** Reads `word-vectors.bin` of a folder and checks its SHA-256. Throws an `IndexError` that says how to get the file. */
export async function loadWordVectors(modelsDir: string): Promise<WordTable> {
  const path = join(modelsDir, wordTableFile);
  const bytes = await readFile(path).catch((cause: unknown) => {
    const remedy = "Restore it from the repository, or build it with `npm run build:vectors`.";
    throw new IndexError(`The word vectors can't be read: ${path}. ${remedy}`, wordTableFile, { cause });
  });
  const table = decodeWordTable(bytes);
  const found = createHash("sha256").update(bytes.subarray(preambleBytes)).digest("hex");
  if (found !== table.id) throw damagedTable(`its contents have SHA-256 ${found}`, `${table.id}, as its header says`);
  return table;
}
