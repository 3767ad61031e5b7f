import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileProblem } from "../corpus/file-problem.ts";
import type { SourceFile } from "../corpus/source-file.ts";
import { CorpusError } from "../domain/errors.ts";
import { type CorpusFilter, readCorpusFilter } from "./corpus-filter.ts";
import { readPlainFile } from "./read-plain-file.ts";

export interface CorpusListing {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly FileProblem[];
}

/**
 * Every file below a folder, in the order of paths, none of them read yet. Names that begin with a period and what the
 * filter leaves out are left out in silence; what is no plain file, and a folder below that can't be read, is a problem.
 * Throws a `CorpusError` where the folder itself can't be read.
 */
export async function listCorpus(
  corpusDir: string,
  patterns: { readonly include?: readonly string[]; readonly exclude?: readonly string[] } = {},
): Promise<CorpusListing> {
  const filter = await readCorpusFilter(corpusDir, patterns);
  const sources: SourceFile[] = [];
  const problems: FileProblem[] = [];
  for (const entry of await listFolder(corpusDir, { corpusDir, filter, problems })) {
    const file = join(entry.parentPath, entry.name);
    const path = pathInside(corpusDir, file);
    if (!filter.takesFile(path)) continue;
    if (entry.isFile()) sources.push({ path, read: () => readPlainFile(file) });
    else {
      const kind = entry.isSymbolicLink() ? "a symbolic link" : "no plain file";
      problems.push({ path, reason: `it is ${kind}: put the file itself here` });
    }
  }
  const byPath = <T extends { readonly path: string }>(a: T, b: T) => (a.path < b.path ? -1 : 1);
  return { sources: sources.sort(byPath), problems: problems.sort(byPath) };
}

/** Entries that are no folder, of a folder and of those below it. */
async function listFolder(
  folder: string,
  within: { readonly corpusDir: string; readonly filter: CorpusFilter; readonly problems: FileProblem[] },
): Promise<Dirent[]> {
  const { corpusDir, filter, problems } = within;
  try {
    const found: Dirent[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      if (!entry.isDirectory()) found.push(entry);
      else if (filter.entersFolder(pathInside(corpusDir, join(folder, entry.name)))) {
        for (const below of await listFolder(join(folder, entry.name), within)) found.push(below);
      }
    }
    return found;
  } catch (cause) {
    if (folder === corpusDir) {
      throw new CorpusError(
        `the corpus folder ${corpusDir} can't be read: ${(cause as Error).message}; name one with --corpus DIR`,
        { cause },
      );
    }
    problems.push({ path: pathInside(corpusDir, folder), reason: `it can't be read: ${(cause as Error).message}` });
    return [];
  }
}

function pathInside(corpusDir: string, path: string): string {
  return relative(corpusDir, path).split(sep).join("/");
}
