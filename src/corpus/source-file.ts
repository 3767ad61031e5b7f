import { AnnalistError } from "../domain/errors.ts";
import type { FileProblem } from "./file-problem.ts";
import { hashBytes } from "./hash-corpus.ts";
import type { CorpusFile } from "./parsed-file.ts";

/** A file that can be read when it is needed, so that a corpus need not fit in memory. */
export interface SourceFile {
  /** Relative to the corpus, with `/` between folders. */
  readonly path: string;
  /** Rejects with a `CorpusError` that gives the reason. */
  read(): Promise<Uint8Array>;
}

export interface HashedFile extends SourceFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that is in memory already. */
export function sourceOf({ path, bytes }: CorpusFile): SourceFile {
  return { path, read: async () => bytes };
}

/** Reads every file once, in the order of the paths, and keeps its hash; one that can't be read is a problem. */
export async function hashSources(
  sources: readonly SourceFile[],
  onFile: (done: number) => void = () => {},
): Promise<{ readonly files: readonly HashedFile[]; readonly problems: readonly FileProblem[] }> {
  const files: HashedFile[] = [];
  const problems: FileProblem[] = [];
  const ordered = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const [index, source] of ordered.entries()) {
    try {
      const bytes = await source.read();
      files.push({ path: source.path, read: source.read, bytes: bytes.length, sha256: await hashBytes(bytes) });
    } catch (error) {
      if (!(error instanceof AnnalistError) || error.code !== "corpus") throw error;
      problems.push({ path: source.path, reason: error.message });
    }
    onFile(index + 1);
  }
  return { files, problems };
}
