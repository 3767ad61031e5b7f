import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileWordTable } from "../embedding/compile-word-table.ts";
import { encodeWordTable } from "../embedding/encode-word-table.ts";
import { selectWords } from "../embedding/select-words.ts";
import { unitRows } from "../embedding/unit-rows.ts";
import { readWordTableHeader } from "../embedding/word-table-header.ts";
import { wordTableFile } from "../embedding/word-table-layout.ts";
import { fetchGloveVectors, gloveSource } from "./glove-source.ts";

// `npm run build:vectors`: the published GloVe vectors -> models/word-vectors.bin and its card, word-vectors.json.
// The same source gives the same bytes; nothing else in the repository is read.

const maxBytes = 12_000_000;
const folder = new URL("../../models/", import.meta.url);

const source = await fetchGloveVectors();
const words = selectWords(source.words, source.dimensions, maxBytes);
const table = compileWordTable(words, unitRows(words, source));
const file = encodeWordTable(table, sha256);
const card = {
  file: wordTableFile,
  bytes: file.length,
  sha256: sha256(file),
  words: words.length,
  dimension: table.dimension,
  /** What the static embedder's id is made of. */
  id: readWordTableHeader(file).sha256,
  source: gloveSource,
};
await mkdir(folder, { recursive: true });
await writeFile(new URL(wordTableFile, folder), file);
await writeFile(new URL("word-vectors.json", folder), `${JSON.stringify(card, null, 2)}\n`);
console.log(`${fileURLToPath(folder)}: ${words.length} words in ${file.length} bytes, SHA-256 ${card.sha256}`);

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
