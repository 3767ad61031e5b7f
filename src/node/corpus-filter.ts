import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { CorpusError } from "../domain/errors.ts";

/** Which files of a corpus are taken. Paths are relative to it, with `/` between folders. */
export interface CorpusFilter {
  takesFile(path: string): boolean;
  /** False where no file below a folder can be taken. */
  entersFolder(path: string): boolean;
}

export const ignoreFile = ".annalistignore";

/**
 * A file is taken where a pattern of `include` matches it (all do where there is none), and no pattern of `exclude` and
 * no line of `.annalistignore` in the corpus folder. All are patterns as in `.gitignore`.
 */
export async function readCorpusFilter(
  corpusDir: string,
  { include = [], exclude = [] }: { readonly include?: readonly string[]; readonly exclude?: readonly string[] },
): Promise<CorpusFilter> {
  const leftOut = patterns([...(await readIgnoreFile(corpusDir)), ...exclude]);
  const taken = include.length === 0 ? null : patterns(include);
  return {
    takesFile: (path) => !leftOut.ignores(path) && (taken === null || taken.ignores(path)),
    entersFolder: (path) => !leftOut.ignores(`${path}/`),
  };
}

function patterns(lines: readonly string[]): Ignore {
  // Names with a period before a slash, such as "./a", are legal file names for us: they never come from the listing.
  return ignore({ allowRelativePaths: true }).add([...lines]);
}

async function readIgnoreFile(corpusDir: string): Promise<readonly string[]> {
  const file = join(corpusDir, ignoreFile);
  try {
    return (await readFile(file, "utf8")).split(/\r?\n/u);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new CorpusError(`${file} can't be read: ${message}; mend or remove it`, { cause });
  }
}
