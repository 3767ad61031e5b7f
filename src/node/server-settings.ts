import { limits } from "../domain/limits.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** What an operator sets about a running server. */
export interface ServerSettings {
  readonly maxConnections: number;
  readonly questionsInWork: number;
  readonly queueWaitMs: number;
  /** 0 where nobody is limited. */
  readonly requestsPerMinute: number;
  readonly trustedHops: number;
  /** SHA-256 hashes of the keys that requests must carry, in lower-case hex; none where no key is asked for. */
  readonly apiKeys: readonly string[];
  readonly logLevel: LogLevel;
  /** Whether the words of questions may stand in the log. */
  readonly logQuestions: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the variables; what is wrong with them is added to `problems`, and their defaults stand in. */
export function readServerSettings(env: Environment, problems: string[]): ServerSettings {
  const given = (variable: string) => env[variable]?.trim() ?? "";
  const integer = (variable: string, fallback: number, [least, most]: readonly [number, number]): number => {
    const text = given(variable);
    if (text === "") return fallback;
    if (/^\d{1,9}$/u.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    problems.push(`${variable} is "${text}": expected a whole number from ${least} to ${most}`);
    return fallback;
  };
  const choice = <T extends string>(variable: string, choices: readonly T[], fallback: T): T => {
    const text = given(variable);
    const chosen = choices.find((each) => each === text);
    if (text !== "" && chosen === undefined)
      problems.push(`${variable} is "${text}": expected one of ${choices.join(", ")}`);
    return chosen ?? fallback;
  };
  return {
    maxConnections: integer("ANNALIST_MAX_CONNECTIONS", limits.connections, [1, 100_000]),
    questionsInWork: integer("ANNALIST_MAX_QUESTIONS", limits.questionsInWork, [1, 10_000]),
    queueWaitMs: integer("ANNALIST_QUEUE_MS", limits.queueWaitMs, [1, 60_000]),
    requestsPerMinute: integer("ANNALIST_RATE_LIMIT", limits.requestsPerMinute, [0, 1_000_000]),
    trustedHops: integer("ANNALIST_TRUSTED_HOPS", limits.trustedHops, [0, 10]),
    apiKeys: readKeyHashes(given("ANNALIST_API_KEYS"), problems),
    logLevel: choice("ANNALIST_LOG", logLevels, "info"),
    logQuestions: choice("ANNALIST_LOG_QUESTIONS", ["true", "false"], "false") === "true",
  };
}

/** The value itself is never told: somebody may have put the key there in place of its hash. */
function readKeyHashes(text: string, problems: string[]): readonly string[] {
  const hashes = text.split(/[\s,]+/u).filter((hash) => hash !== "");
  const wrong = hashes.findIndex((hash) => !/^[\da-f]{64}$/iu.test(hash));
  if (wrong !== -1) {
    problems.push(
      `ANNALIST_API_KEYS: entry ${wrong + 1} is no SHA-256 hash of 64 hex digits; make one with: printf %s "$KEY" | sha256sum`,
    );
  }
  return hashes.map((hash) => hash.toLowerCase());
}
