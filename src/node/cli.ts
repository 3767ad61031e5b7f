#!/usr/bin/env node
import type { Readable, Writable } from "node:stream";
import { AnnalistError, ConfigurationError } from "../domain/errors.ts";
import { helpText, parseCommandLine } from "./command-line.ts";
import { readServer } from "./read-server.ts";
import { type Environment, type Flags, readSettings, type Settings } from "./settings.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { withStopSignal } from "./with-stop-signal.ts";

/** The `annalist` program: words of the command line -> exit code, 0 ok, 1 failed, 2 usage, 130 stopped. */
export async function runCli(
  words: readonly string[],
  {
    env = process.env,
    stdin = process.stdin,
    stdout = process.stdout,
    stderr = process.stderr,
  }: {
    readonly env?: Environment;
    readonly stdin?: Readable;
    readonly stdout?: Writable;
    readonly stderr?: NodeJS.WritableStream;
  } = {},
): Promise<number> {
  const terminal = createTerminal({ json: words.includes("--json"), stdout, stderr });
  try {
    const { name, flags, positionals } = parseCommandLine(words);
    if (name === "help" || flags.help === true) {
      terminal.write(helpText(name === "help" ? (positionals[0] ?? "") : name));
      return 0;
    }
    const settings = readSettings(flags, env);
    // Each command's libraries are loaded with it: a question need not wait for the server's.
    switch (name) {
      case "ingest":
        return await runIngestCommand(settings, flags, terminal);
      case "rollback":
        return await (await import("./rollback-command.ts")).runRollback(settings, terminal);
      case "ask":
        return await (await import("./ask-command.ts")).runAsk(
          settings,
          { words: positionals, explain: flags.explain === true, ...readPlace(flags, env) },
          terminal,
        );
      case "chat": {
        const { collection, server } = readPlace(flags, env);
        const { openAnswerSource } = await import("./open-answer-source.ts");
        const source = await openAnswerSource(settings, { server, onNotice: terminal.warn });
        const { runChat } = await import("./chat-command.ts");
        return await runChat({ source, collection, input: stdin, output: stdout }, terminal);
      }
      case "mcp": {
        const { runMcp } = await import("./mcp-command.ts");
        return await withStopSignal((signal) => runMcp(settings, { input: stdin, output: stdout, signal }, terminal));
      }
      case "serve":
        return await (await import("./serve-command.ts")).runServe(settings, terminal, stderr);
      case "feedback":
        return await (await import("./feedback-command.ts")).runFeedback(settings, positionals, terminal);
      case "eval":
        return await (await import("./eval-on-corpora.ts")).runEval(
          settings,
          { flags, server: readServer(flags, env) },
          terminal,
        );
      default:
        return await (await import("./doctor-command.ts")).runDoctor(settings, terminal);
    }
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    terminal.warn(`annalist: ${error.message}`);
    return error.code === "usage" ? 2 : 1;
  }
}

/** Where a question is asked: in a collection or all of the corpus, of the index here or of a server. */
function readPlace(flags: Flags, env: Environment) {
  const { collection } = flags;
  const name = typeof collection === "string" ? collection.normalize("NFC").trim() : undefined;
  const server = readServer(flags, env);
  for (const flag of ["index", "corpus"]) {
    if (server === null || flags[flag] === undefined) continue;
    throw new ConfigurationError(
      [`--url and --${flag}: expected one of the two, since the server has its own`],
      "usage",
    );
  }
  return { collection: name, server };
}

/** The three forms of `annalist ingest`. Ctrl-C ends a build without a trace; a second one ends the program at once. */
async function runIngestCommand(settings: Settings, flags: Flags, terminal: Terminal): Promise<number> {
  const [strict, check, watch] = [flags.strict === true, flags.check === true, flags.watch === true];
  if (check && watch) throw new ConfigurationError(["--check and --watch: expected one of the two"], "usage");
  if (check) return (await import("./check-command.ts")).runCheck(settings, { strict }, terminal);
  return withStopSignal(async (signal) => {
    if (watch) return (await import("./watch-command.ts")).runWatch(settings, { strict }, terminal, signal);
    return (await import("./ingest-command.ts")).runIngest(settings, { strict }, terminal, signal);
  });
}

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2));
