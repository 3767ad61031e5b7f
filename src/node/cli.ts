#!/usr/bin/env node
import { AnnalistError } from "../domain/errors.ts";
import { helpText, parseCommandLine } from "./command-line.ts";
import { type Environment, readSettings } from "./settings.ts";
import { createTerminal } from "./terminal.ts";

/** The `annalist` program: words of the command line -> exit code, 0 ok, 1 failed, 2 usage. */
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
        return await (await import("./ingest-command.ts")).runIngest(
          settings,
          { strict: flags.strict === true },
          terminal,
        );
      case "ask":
        return await (await import("./ask-command.ts")).runAsk(
          settings,
          { words: positionals, explain: flags.explain === true },
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

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2));
