import { parseArgs } from "node:util";
import { ConfigurationError } from "../domain/errors.ts";
import type { Flags } from "./settings.ts";

type Kind = "string" | "boolean" | "strings";

interface Command {
  readonly summary: string;
  readonly usage: string;
  /** Lines that say what flags alone do not. */
  readonly notes?: readonly string[];
  readonly flags: Readonly<Record<string, Kind>>;
}

const corpus = { corpus: "string", index: "string", json: "boolean", help: "boolean" } as const;

/** What decides which files are taken, and how their rows are read. */
const selection = { include: "strings", exclude: "strings", "text-column": "string" } as const;

/** The commands and what each takes; the help is made from this. */
export const commands: Readonly<Record<string, Command>> = {
  ingest: {
    summary: "build the index from the corpus",
    usage:
      "annalist ingest [--check | --watch] [--strict] [--include PATTERN]... [--exclude PATTERN]... [--text-column NAME]",
    flags: { ...corpus, ...selection, check: "boolean", watch: "boolean", strict: "boolean" },
  },
  ask: {
    summary: "answer one question",
    usage: "annalist ask QUESTION [--url URL] [--collection NAME] [--explain]",
    flags: { ...corpus, url: "string", collection: "string", explain: "boolean" },
  },
  chat: {
    summary: "converse: one question a line, from a person or a pipe",
    usage: "annalist chat [--url URL] [--collection NAME]",
    flags: { ...corpus, url: "string", collection: "string" },
  },
  serve: {
    summary: "serve the index over HTTP",
    usage: "annalist serve [--host HOST] [--port PORT] [--data DIR]",
    flags: { index: "string", data: "string", host: "string", port: "string", json: "boolean", help: "boolean" },
  },
  mcp: {
    summary: "serve the index to a model's tools over standard input and output",
    usage: "annalist mcp",
    flags: { index: "string", help: "boolean" },
  },
  eval: {
    summary: "measure how often answers are right",
    usage:
      "annalist eval [--set NAME]... [--cases FILE] [--url URL] [--half tuning|gating|all] [--failures] [--out DIR]",
    notes: [
      "With --url a running server is asked in place of an index built for the run. It must serve the corpus of the cases",
      "that --set or --cases names, and that corpus must lie here too: the names of its files split the cases into halves.",
    ],
    flags: {
      ...corpus,
      url: "string",
      set: "strings",
      cases: "string",
      half: "string",
      failures: "boolean",
      out: "string",
    },
  },
  feedback: {
    summary: "turn what people said of answers into draft evaluation cases",
    usage: "annalist feedback export [--data DIR]",
    flags: { data: "string", help: "boolean" },
  },
  rollback: {
    summary: "go back to the generation before the current one",
    usage: "annalist rollback",
    flags: { index: "string", json: "boolean", help: "boolean" },
  },
  doctor: {
    summary: "check everything and name what is broken",
    usage: "annalist doctor",
    flags: { ...corpus, ...selection },
  },
};

const meanings: Readonly<Record<string, string>> = {
  corpus: "--corpus DIR   documents to index (default: corpus/)",
  index: "--index DIR    where the index lies (default: index/)",
  data: "--data DIR     where the server keeps feedback (default: it keeps none)",
  collection: "--collection NAME  a sub-folder of the corpus: nothing outside it is read",
  url: "--url URL      a running server to ask in place of the index; ANNALIST_API_KEY is sent to it where set",
  explain: "--explain      how the answer came about",
  strict: "--strict       exit 1 when a file was left out",
  check: "--check        write nothing; exit 1 when the index is stale",
  watch: "--watch        build again after every change of the corpus, until Ctrl-C",
  include: "--include PATTERN  take only files that match, as in .gitignore; may repeat",
  exclude: "--exclude PATTERN  leave out files that match; may repeat, and adds to corpus/.annalistignore",
  "text-column": "--text-column NAME  the column or field of .csv and .jsonl rows that holds their text",
  host: "--host HOST    address to bind (default: 127.0.0.1)",
  port: "--port PORT    port to bind, 0 for any free one (default: 8787)",
  set: "--set NAME     a set of cases by name; may repeat",
  cases: "--cases FILE   a case file of your own, over --corpus",
  half: "--half HALF    tuning, gating or all (default: all)",
  failures: "--failures     list the failures of the tuning half",
  out: "--out DIR      where report.json and report.md go (default: eval/reports)",
  json: "--json         machine-readable output",
  help: "--help         this text",
};

export interface ParsedCommand {
  readonly name: string;
  readonly flags: Flags;
  readonly positionals: readonly string[];
}

/** The words after the program's name. Throws a `ConfigurationError` of code `usage` that says what was expected. */
export function parseCommandLine(words: readonly string[]): ParsedCommand {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help")
    return { name: "help", flags: {}, positionals: rest };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw usage(`"${name}" is no command: expected one of ${Object.keys(commands).join(", ")}`);
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([flag, kind]) => [
      flag,
      { type: kind === "boolean" ? ("boolean" as const) : ("string" as const), multiple: kind === "strings" },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
    if (positionals.length > 0 && name !== "ask" && name !== "feedback")
      throw usage(`"${positionals[0]}" was not expected: ${command.usage}`);
    return { name, flags: values as Flags, positionals };
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw usage(`${(error as Error).message.split(". To specify")[0]}; usage: ${command.usage}`);
  }
}

export function helpText(name: string): string {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const rows = Object.entries(commands).map(([each, { summary }]) => `  ${each.padEnd(8)} ${summary}`);
    return [
      "annalist COMMAND [--help]",
      "",
      ...rows,
      "",
      "Exit codes: 0 ok, 1 failed, 2 usage, 130 stopped by Ctrl-C.",
    ].join("\n");
  }
  return [
    `${command.usage}`,
    "",
    command.summary,
    ...(command.notes ?? []),
    "",
    ...Object.keys(command.flags).map((flag) => `  ${meanings[flag] ?? flag}`),
  ].join("\n");
}

function usage(problem: string): ConfigurationError {
  return new ConfigurationError([problem], "usage");
}
