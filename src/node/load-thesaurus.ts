import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { decodeThesaurus, type Thesaurus } from "../embedding/thesaurus.ts";
import { thesaurusFile } from "../embedding/thesaurus-layout.ts";

/** Reads `thesaurus.bin` of a folder. Throws an `IndexError` that says how to get the file. */
export async function loadThesaurus(modelsDir: string): Promise<Thesaurus> {
  const path = join(modelsDir, thesaurusFile);
  const bytes = await readFile(path).catch((cause: unknown) => {
    const remedy = "Restore it from the repository, or build it with `npm run build:thesaurus`.";
    throw new IndexError(`The thesaurus can't be read: ${path}. ${remedy}`, thesaurusFile, { cause });
  });
  return decodeThesaurus(bytes);
}
