import { CorpusError } from "../domain/errors.ts";
import { fileEnding, formatEndings, formats } from "./formats.ts";
import type { ParseFile } from "./parsed-file.ts";

/** Parses a file by its ending, in this process. A file without any prose is a `CorpusError`, as is an unknown ending. */
export const parseFile: ParseFile = async ({ path, bytes }, options) => {
  const ending = fileEnding(path);
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (format === undefined) throw new CorpusError(`unknown format: expected one of ${formatEndings()}`);
  if (bytes.length === 0) throw new CorpusError("the file is empty");
  const parsed = await format.parse(bytes, options);
  if (parsed.documents.length === 0 && parsed.problems.length === 0) throw new CorpusError("the file holds no prose");
  return parsed;
};
