import { CorpusError } from "../domain/errors.ts";
import type { ParsedFile, ParseOptions } from "./parsed-file.ts";

type Parse = (bytes: Uint8Array, options: ParseOptions) => ParsedFile | Promise<ParsedFile>;

/** A parser whose library failed rejects with a `CorpusError` too: a broken file is no fault of this program. */
export function guardParser(name: string, parse: Parse): (...given: Parameters<Parse>) => Promise<ParsedFile> {
  return async (bytes, options) => {
    try {
      return await parse(bytes, options);
    } catch (cause) {
      if (cause instanceof CorpusError) throw cause;
      throw new CorpusError(explain(name, cause), { cause });
    }
  };
}

function explain(name: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  // Every engine words the end of its stack in its own way; all of them call it a range or an internal error.
  if (cause instanceof RangeError && /stack|recursion/iu.test(message))
    return `it can't be read as ${name}: it is nested too deeply`;
  const line = message.replace(/\s+/gu, " ").trim().slice(0, 200);
  return `it can't be read as ${name}: ${line || "the reason is not known"}`;
}
