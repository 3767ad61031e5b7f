import pino, { type Logger } from "pino";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes whole lines. */
  readonly stream: { write(line: string): unknown };
  /** Values that must never stand in a line, wherever they come from, such as the key of a model. */
  readonly secrets?: readonly string[];
}

const shownInstead = "[redacted]";

/**
 * One JSON object a line. Every control character is escaped, those too that JSON lets through, so that nothing a caller
 * sends steers the terminal or starts a line; secrets are blanked in the finished line, which holds whatever was logged.
 */
export function createLog({ level, stream, secrets = [] }: LogOptions): Logger {
  // A secret of a few characters would blank ordinary words.
  const known = secrets.filter((secret) => secret.length >= 8).flatMap((secret) => [secret, quoted(secret)]);
  const destination = {
    write: (line: string) => stream.write(escapeControls(blankSecrets(line, known))),
  };
  const redact = { paths: ["authorization", "apiKey", "*.authorization", "*.apiKey"], censor: shownInstead };
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact, formatters }, destination);
}

function blankSecrets(line: string, known: readonly string[]): string {
  let shown = line.replace(/\b(bearer +)[^\s"\\]+/giu, `$1${shownInstead}`);
  for (const secret of known) shown = shown.replaceAll(secret, shownInstead);
  return shown;
}

/** As the value stands inside a JSON string. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapeControls(line: string): string {
  return line.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
