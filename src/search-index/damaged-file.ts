import { IndexError } from "../domain/errors.ts";

export const mendCommand = "npm run ingest";

/** The error of a file of the index that is not what it should be: what was found, what was expected, what mends it. */
export function damagedFile(file: string, found: string, expected: string, cause?: unknown): IndexError {
  const message = `${file} is damaged: found ${found}, expected ${expected}; build the index again with: ${mendCommand}`;
  return new IndexError(message, file, { cause });
}

/** The error of a file of the index that is missing or that the system refuses to read. */
export function unreadableFile(file: string, cause: unknown): IndexError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new IndexError(`${file} can't be read: ${reason}; build the index again with: ${mendCommand}`, file, {
    cause,
  });
}
