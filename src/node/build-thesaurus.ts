import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileThesaurus } from "../embedding/compile-thesaurus.ts";
import { encodeThesaurus } from "../embedding/encode-thesaurus.ts";
import { thesaurusFile } from "../embedding/thesaurus-layout.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { fetchWordnet } from "./wordnet-source.ts";

// `npm run build:thesaurus`: WordNet, for the words of the vector table -> models/thesaurus.bin, always the same bytes.

const modelsDir = fileURLToPath(new URL("../../models/", import.meta.url));
const table = await loadWordVectors(modelsDir);
const knows = (word: string) => /^[a-z]{3,}$/u.test(word) && table.row(word) >= 0;
const relations = compileThesaurus(await fetchWordnet(), knows);
const bytes = encodeThesaurus(relations);
await writeFile(new URL(`../../models/${thesaurusFile}`, import.meta.url), bytes);
const sha256 = createHash("sha256").update(bytes).digest("hex");
console.log(
  `${modelsDir}${thesaurusFile}: ${relations.related.size} stems in ${bytes.length} bytes, SHA-256 ${sha256}`,
);
