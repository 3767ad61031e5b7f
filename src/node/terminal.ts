/** Where a command writes: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly json: boolean;
  /** A line of the result. Control characters of documents and models are shown as `?`. */
  write(line: string): void;
  warn(line: string): void;
  /** How far the work is; silent with `--json`. */
  progress(line: string): void;
}

export function createTerminal({
  json,
  stdout,
  stderr,
}: {
  json: boolean;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
}): Terminal {
  return {
    json,
    write: (line) => void stdout.write(`${withoutControls(line)}\n`),
    warn: (line) => void stderr.write(`${withoutControls(line)}\n`),
    progress: (line) => {
      if (!json) stderr.write(`${withoutControls(line)}\n`);
    },
  };
}

/** Text that can't steer a terminal: control characters but line breaks and tabs, and bidirectional overrides, become `?`. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, "?");
}
