#!/usr/bin/env node
import { AnnalistError, ConfigurationError } from "../domain/errors.ts";
import { helpText, parseCommandLine } from "./command-line.ts";
import { type Environment, type Flags, readSettings, type Settings } from "./settings.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { withStopSignal } from "./with-stop-signal.ts";

/** The `annalist` program: words of the command line -> exit code, 0 ok, 1 failed, 2 usage, 130 stopped. */
export async function runCli(
  words: readonly string[],
  {
    env = process.env,
    stdout = process.stdout,
    stderr = process.stderr,
  }: {
    readonly env?: Environment;
    readonly stdout?: NodeJS.WritableStream;
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
          {
            words: positionals,
            explain: flags.explain === true,
            collection: typeof flags.collection === "string" ? flags.collection : null,
          },
          terminal,
        );
      case "serve":
        return await (await import("./serve-command.ts")).runServe(settings, terminal);
      case "eval":
        return await (await import("./eval-on-corpora.ts")).runEval(settings, flags, terminal);
      default:
        return await (await import("./doctor-command.ts")).runDoctor(settings, terminal);
    }
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    terminal.warn(`annalist: ${error.message}`);
    return error.code === "usage" ? 2 : 1;
  }
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
