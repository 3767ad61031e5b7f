import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { CorpusError } from "../domain/errors.ts";

/** Larger files are left out. */
export const maxFileBytes = 64 * 1024 * 1024;

/**
 * The bytes of a plain file of at most 64 MiB. Never follows a link and never waits for a pipe, whatever has taken the
 * place of the file since it was listed. Rejects with a `CorpusError` that gives the reason.
 */
export async function readPlainFile(path: string): Promise<Uint8Array> {
  // Neither flag exists on Windows, where both kinds of file are rare.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    const file = await open(path, flags);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new CorpusError("it is no plain file: put the file itself here");
      if (stats.size > maxFileBytes) throw tooLarge(stats.size);
      const bytes = await file.readFile();
      if (bytes.length > maxFileBytes) throw tooLarge(bytes.length);
      return bytes;
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof CorpusError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "ELOOP") throw new CorpusError("it is a symbolic link: put the file itself here", { cause });
    throw new CorpusError(`it can't be read: ${message}`, { cause });
  }
}

function tooLarge(bytes: number): CorpusError {
  return new CorpusError(`it has ${bytes} bytes: at most ${maxFileBytes} are read; split it`);
}
