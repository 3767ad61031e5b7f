import { AnnalistError, CorpusError } from "../domain/errors.ts";
import { hashBytes } from "./hash-corpus.ts";
import { parseOrExplain } from "./parse-corpus.ts";
import type { DraftDocument, ParseFile, ParseOptions } from "./parsed-file.ts";
import type { HashedFile } from "./source-file.ts";

/** A file with what it holds: drafts where it was parsed, or what an earlier reading made of it. */
export interface ReadFile<Known> {
  readonly file: HashedFile;
  readonly documents: readonly (DraftDocument | Known)[];
  readonly problems: readonly string[];
  readonly isParsed: boolean;
}

export interface ReadSourcesOptions<Known> extends ParseOptions {
  readonly parse: ParseFile;
  /** What the same file was made into before; null where it must be parsed. */
  readonly known: (path: string, sha256: string) => Pick<ReadFile<Known>, "documents" | "problems"> | null;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: (done: number) => void;
}

/** Parses each file that is not known, one after the other; what can't be read is a problem of its file. */
export async function readSources<Known>(
  files: readonly HashedFile[],
  { parse, known, signal, onFile = () => {}, textColumn }: ReadSourcesOptions<Known>,
): Promise<readonly ReadFile<Known>[]> {
  const read: ReadFile<Known>[] = [];
  for (const file of files) {
    if (signal?.aborted) throw new AnnalistError("aborted", "Reading the corpus was cancelled.");
    const before = known(file.path, file.sha256);
    if (before !== null) read.push({ file, isParsed: false, ...before });
    else read.push(await parseSource(file, parse, { textColumn }));
    onFile(read.length);
  }
  return read;
}

/** The hash is that of the very bytes that were parsed: somebody may have edited the file since it was listed. */
async function parseSource(file: HashedFile, parse: ParseFile, options: ParseOptions): Promise<ReadFile<never>> {
  try {
    const bytes = await file.read();
    const parsed = await parseOrExplain(parse, { path: file.path, bytes }, options);
    return { file: { ...file, bytes: bytes.length, sha256: await hashBytes(bytes) }, isParsed: true, ...parsed };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return { file, documents: [], problems: [error.message], isParsed: true };
  }
}
