import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileProblem } from "../corpus/parse-corpus.ts";
import type { CorpusFile } from "../corpus/parsed-document.ts";
import { CorpusError } from "../domain/errors.ts";

/** Larger files are reported and left out. */
const maxFileBytes = 64 * 1024 * 1024;

/**
 * Every file below a folder, in the order of their paths; names that begin with a period are left out in silence.
 * A file that can't be read, is too large or is no plain file is a problem; a folder that can't be read is an error.
 */
export async function readCorpus(
  corpusDir: string,
): Promise<{ files: readonly CorpusFile[]; problems: readonly FileProblem[] }> {
  const files: CorpusFile[] = [];
  const problems: FileProblem[] = [];
  const entries = await listFolder(corpusDir, corpusDir, problems);
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(corpusDir, file).split(sep).join("/");
    if (entry.isDirectory() || path.split("/").some((part) => part.startsWith("."))) continue;
    if (!entry.isFile()) {
      problems.push({
        path,
        reason: `it is ${entry.isSymbolicLink() ? "a symbolic link" : "no plain file"}: put the file itself here`,
      });
      continue;
    }
    try {
      const { size } = await stat(file);
      if (size > maxFileBytes)
        problems.push({ path, reason: `it has ${size} bytes: at most ${maxFileBytes} are read` });
      else files.push({ path, bytes: await readFile(file) });
    } catch (error) {
      problems.push({ path, reason: `it can't be read: ${(error as Error).message}` });
    }
  }
  const byPath = <T extends { readonly path: string }>(a: T, b: T) => (a.path < b.path ? -1 : 1);
  return { files: files.sort(byPath), problems: problems.sort(byPath) };
}

/** Entries of a folder and of those below it. A folder below that can't be read is a problem like a file's. */
async function listFolder(folder: string, corpusDir: string, problems: FileProblem[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const inside = await Promise.all(below.map(({ name }) => listFolder(join(folder, name), corpusDir, problems)));
    return [...entries, ...inside.flat()];
  } catch (cause) {
    if (folder === corpusDir) {
      throw new CorpusError(
        `the corpus folder ${corpusDir} can't be read: ${(cause as Error).message}; name one with --corpus DIR`,
        { cause },
      );
    }
    problems.push({ path: relative(corpusDir, folder), reason: `it can't be read: ${(cause as Error).message}` });
    return [];
  }
}
