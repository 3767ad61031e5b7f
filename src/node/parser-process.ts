import { parseFile } from "../corpus/parse-file.ts";
import type { CorpusFile, ParsedFile, ParseOptions } from "../corpus/parsed-file.ts";
import { AnnalistError } from "../domain/errors.ts";

/** What the parser process is asked, one file at a time. */
export interface ParseJob extends ParseOptions {
  readonly file: CorpusFile;
}

/** What it answers: the documents, the reason why there are none, or that its memory ran out. */
export type ParseReply =
  | { readonly kind: "parsed"; readonly parsed: ParsedFile }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "failed"; readonly message: string };

/** What V8 and Node say where memory can't be had; libraries wrap it in errors of their own. */
const outOfMemory = /allocation failed|failed to allocate|out of memory|invalid (?:typed )?array(?: buffer)? length/iu;

/**
 * A program of its own, started by `createSandboxedParser` without the right to write or to start anything: bytes come in,
 * documents go out. It ends with the process that started it.
 */
async function reply({ file, textColumn }: ParseJob): Promise<ParseReply> {
  try {
    return { kind: "parsed", parsed: await parseFile(file, { textColumn }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const cause = error instanceof Error ? error.cause : null;
    // Node's own WebAssembly, which reads modules, traps where it gets no memory.
    if (outOfMemory.test(message) || (cause instanceof Error && cause.name === "RuntimeError"))
      return { kind: "out-of-memory" };
    return error instanceof AnnalistError ? { kind: "refused", reason: message } : { kind: "failed", message };
  }
}

if (import.meta.main) {
  process.on("message", (job: ParseJob) => {
    // What can't be sent is larger than the memory that is left.
    const send = (answer: ParseReply) => process.send?.(answer);
    void reply(job)
      .then(send)
      .catch(() => send({ kind: "out-of-memory" }));
  });
  process.on("disconnect", () => process.exit());
  // Ctrl-C reaches every process of a terminal: the one that started this one decides.
  process.on("SIGINT", () => {});
}
