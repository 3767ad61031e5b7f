import { AnnalistError, IndexError } from "../domain/errors.ts";

/** The error of a file or folder of the index that can't be written; `cause` is what the file system said. */
export function writeError(path: string, cause: unknown): AnnalistError {
  if (cause instanceof AnnalistError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new IndexError(
    `${path} can't be written: ${reason}; expected a folder that this user may write to, with room on its disk. ` +
      "What was published before is untouched: mend the folder, then run: npm run ingest",
    path,
    { cause },
  );
}
