import { createHash } from "node:crypto";
import { compileWordTable } from "../../src/embedding/compile-word-table.ts";
import { encodeWordTable } from "../../src/embedding/encode-word-table.ts";
import { unitRows } from "../../src/embedding/unit-rows.ts";

/** The file of a table of a few words, most frequent first, for tests. */
export function tinyTable(vectors: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const words = Object.keys(vectors);
  const dimensions = Object.values(vectors)[0]?.length ?? 0;
  return encodeWordTable(compileWordTable(words, unitRows(words, { dimensions, vectors })), sha256);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
