import type { ChildProcess } from "node:child_process";
import type { ParseFile } from "../corpus/parsed-file.ts";
import { AnnalistError, CorpusError } from "../domain/errors.ts";
import type { ParseJob, ParseReply } from "./parser-process.ts";
import { type ParserLimits, startParserProcess } from "./start-parser-process.ts";

export interface SandboxedParser {
  /** One file at a time. Rejects with a `CorpusError` also where the file broke a limit or the parser itself. */
  readonly parse: ParseFile;
  /** Ends the process; safe to call twice. */
  close(): void;
}

export interface SandboxOptions extends Partial<ParserLimits> {
  /** Milliseconds for one file. Default 10,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A process is replaced after this long, so that its limit on processor time holds for what is being parsed. */
const mostAgeMs = 60_000;

/**
 * Parses in another process, which may neither write nor start anything, with limits on time and memory: a file that is
 * made to hang or to fill memory costs its own place in the index and nothing else. The process is started with the
 * first file and again after each that ended it.
 */
export function createSandboxedParser(options: SandboxOptions = {}): SandboxedParser {
  const { timeoutMs = 10_000, memoryMiB = 512, cpuSeconds = 300, signal } = options;
  let running: { readonly child: ChildProcess; readonly since: number } | null = null;

  function close(): void {
    running?.child.removeAllListeners();
    running?.child.kill("SIGKILL");
    running = null;
  }
  signal?.addEventListener("abort", close, { once: true });

  function process(): ChildProcess {
    if (running !== null && performance.now() - running.since > mostAgeMs) close();
    running ??= { child: startParserProcess({ memoryMiB, cpuSeconds }), since: performance.now() };
    return running.child;
  }

  const parse: ParseFile = async (file, { textColumn }) => {
    if (signal?.aborted) throw cancelled();
    const outcome = await ask(process(), { file, textColumn }, { timeoutMs, signal });
    if (outcome.kind === "parsed") return outcome.parsed;
    if (outcome.kind === "refused") throw new CorpusError(outcome.reason);
    close();
    switch (outcome.kind) {
      case "cancelled":
        throw cancelled();
      case "late":
        throw new CorpusError(`parsing it took longer than ${timeoutMs / 1000} s: split it, or save it as plain text`);
      case "out-of-memory":
        throw new CorpusError(`parsing it needed more than ${memoryMiB} MiB: split it, or save it as plain text`);
      case "failed":
        throw new CorpusError(`the parser failed on it (${outcome.message}): save it in another format`);
    }
  };
  return { parse, close };
}

type Outcome = ParseReply | { readonly kind: "late" } | { readonly kind: "cancelled" };

/** Resolves once, with whatever comes first: the answer, the end of the process, of the time, or of the whole work. */
function ask(
  child: ChildProcess,
  job: ParseJob,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      child.off("message", onMessage);
      child.off("exit", onExit);
      child.off("error", onError);
      resolve(outcome);
    };
    const onMessage = (reply: ParseReply) => settle(reply);
    const onExit = (code: number | null, killedBy: NodeJS.Signals | null) => settle(endOf(code, killedBy));
    const onError = (error: Error) => settle({ kind: "failed", message: error.message });
    const onAbort = () => settle({ kind: "cancelled" });
    const timer = setTimeout(() => settle({ kind: "late" }), timeoutMs);
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.on("error", onError);
    signal?.addEventListener("abort", onAbort, { once: true });
    child.send(job, (error) => {
      // The end of the process says more about why it took no file, and follows at once.
      if (error !== null && child.exitCode === null && child.signalCode === null) onError(error);
    });
  });
}

/** V8 ends a process without memory by an abort or a trap, the kernel's own guard by a kill. */
function endOf(code: number | null, killedBy: NodeJS.Signals | null): Outcome {
  if (killedBy === "SIGXCPU") return { kind: "late" };
  const byMemory = [killedBy === null, "SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL", "SIGSEGV"].includes(killedBy ?? "");
  if (byMemory || code === 133 || code === 134 || code === 139) return { kind: "out-of-memory" };
  return { kind: "failed", message: `its process ended with ${killedBy ?? `code ${code}`}` };
}

function cancelled(): AnnalistError {
  return new AnnalistError("aborted", "Parsing was cancelled.");
}
