import { fileURLToPath } from "node:url";
import { ConfigurationError } from "../domain/errors.ts";
import { readServerSettings, type ServerSettings } from "./server-settings.ts";

/** Everything that can be set, with its defaults filled in. Paths are as given, relative to the working directory. */
export interface Settings {
  readonly corpusDir: string;
  /** Patterns as in `.gitignore`: which files of the corpus are taken (all where there is none), and which are not. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The column or field of rows that holds their text; null to choose it. */
  readonly textColumn: string | null;
  readonly indexDir: string;
  /** Where a server keeps feedback; null where it keeps none. */
  readonly dataDir: string | null;
  readonly modelsDir: string;
  readonly promptsDir: string;
  readonly host: string;
  readonly port: number;
  /** Sites that may embed the widget, as origins. */
  readonly origins: readonly string[];
  /** What bounds and watches a running server. */
  readonly server: ServerSettings;
  readonly embedder: ModelChoice | "static";
  readonly answerer: ModelChoice | "extractive";
}

/** A model behind an endpoint that speaks the OpenAI format. */
export interface ModelChoice {
  readonly model: string;
  readonly baseUrl: string;
  /** Never shown, logged or put into an error. */
  readonly apiKey: string;
}

export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
export type Environment = Readonly<Record<string, string | undefined>>;

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Flags, then `ANNALIST_*` variables, then defaults. Throws one `ConfigurationError` that holds every problem found:
 * code `usage` where a flag is wrong, `configuration` where a variable is.
 */
export function readSettings(flags: Flags, env: Environment): Settings {
  const problems: string[] = [];
  const flagProblems: string[] = [];
  const text = (flag: string, variable: string, fallback: string): string => {
    const value = flags[flag];
    if (typeof value === "string") {
      if (value === "") flagProblems.push(`--${flag} is empty: expected a value`);
      return value;
    }
    return env[variable] === undefined || env[variable] === "" ? fallback : env[variable];
  };
  const host = text("host", "ANNALIST_HOST", "127.0.0.1");
  const givenPort = text("port", "ANNALIST_PORT", "8787");
  const port = Number(givenPort);
  if (givenPort !== "" && (!/^\d{1,5}$/u.test(givenPort) || port > 65_535)) {
    (flags.port === undefined ? problems : flagProblems).push(
      `${flags.port === undefined ? "ANNALIST_PORT" : "--port"} is "${givenPort}": expected a whole number from 0 to 65535`,
    );
  }
  const settings: Settings = {
    corpusDir: text("corpus", "ANNALIST_CORPUS", root("corpus")),
    include: patterns(flags.include, env.ANNALIST_INCLUDE),
    exclude: patterns(flags.exclude, env.ANNALIST_EXCLUDE),
    textColumn: text("text-column", "ANNALIST_TEXT_COLUMN", "") || null,
    indexDir: text("index", "ANNALIST_INDEX", root("index")),
    dataDir: text("data", "ANNALIST_DATA", "") || null,
    modelsDir: root("models"),
    promptsDir: root("prompts"),
    host,
    port,
    origins: readOrigins(env.ANNALIST_ORIGINS, problems),
    server: readServerSettings(env, problems),
    embedder: readModel("ANNALIST_EMBEDDER", "static", env, problems),
    answerer: readModel("ANNALIST_ANSWERER", "extractive", env, problems),
  };
  if (flagProblems.length > 0) throw new ConfigurationError([...flagProblems, ...problems], "usage");
  if (problems.length > 0) throw new ConfigurationError(problems);
  return settings;
}

/** Flags, or else the patterns of a variable, which are parted by commas. */
function patterns(flag: Flags[string], variable = ""): readonly string[] {
  const given = Array.isArray(flag) ? (flag as readonly string[]) : variable.split(",");
  return given.map((pattern) => pattern.trim()).filter((pattern) => pattern !== "");
}

function readOrigins(value: string | undefined, problems: string[]): readonly string[] {
  const origins = (value ?? "").split(/[\s,]+/u).filter((origin) => origin !== "");
  for (const origin of origins) {
    if (!isOrigin(origin)) {
      problems.push(
        `ANNALIST_ORIGINS holds "${origin}": expected origins such as https://example.org, separated by commas`,
      );
    }
  }
  return origins;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol) && new URL(value).origin === value;
}

function readModel<T extends string>(
  variable: string,
  fallback: T,
  env: Environment,
  problems: string[],
): ModelChoice | T {
  const value = env[variable];
  if (value === undefined || value === "" || value === fallback) return fallback;
  const model = /^openai-compatible:(.+)$/u.exec(value)?.[1];
  if (model === undefined) {
    problems.push(`${variable} is "${value}": expected "${fallback}" or "openai-compatible:MODEL"`);
    return fallback;
  }
  const baseUrl = env.OPENAI_BASE_URL ?? "";
  const apiKey = env.OPENAI_API_KEY ?? "";
  if (!URL.canParse(baseUrl) || !/^https?:$/u.test(new URL(baseUrl).protocol)) {
    problems.push(
      `OPENAI_BASE_URL is ${baseUrl === "" ? "not set" : "no http(s) URL"}: ${variable} needs the address of an endpoint that speaks the OpenAI format`,
    );
  }
  return { model, baseUrl, apiKey };
}
