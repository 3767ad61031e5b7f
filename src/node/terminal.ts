/** Where a command writes: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly json: boolean;
  /** A line of the result. Control characters of documents and models are shown as `?`. */
  write(line: string): void;
  /** A part of a line of the result: nothing else may be written until `write` ends it. */
  writePart(text: string): void;
  warn(line: string): void;
  /** A step that is done; silent with `--json`. */
  progress(line: string): void;
  /** How far a step is: a line that the next one replaces. Shown on a terminal only, and not with `--json`. */
  status(line: string): void;
}

/** Back to the start of the line, and the rest of it cleared. */
const redraw = "\r\u001b[K";

export function createTerminal({
  json,
  stdout,
  stderr,
}: {
  json: boolean;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
}): Terminal {
  let isDrawn = false;
  const isTerminal = "isTTY" in stderr && stderr.isTTY === true;
  /** What has to go before a line on standard error, so that it does not follow a status. */
  const clear = () => {
    const before = isDrawn ? redraw : "";
    isDrawn = false;
    return before;
  };
  return {
    json,
    write: (line) => {
      const before = clear();
      if (before !== "") stderr.write(before);
      stdout.write(`${withoutControls(line)}\n`);
    },
    writePart: (text) => void stdout.write(withoutControls(text)),
    warn: (line) => void stderr.write(`${clear()}${withoutControls(line)}\n`),
    progress: (line) => {
      if (!json) stderr.write(`${clear()}${withoutControls(line)}\n`);
    },
    status: (line) => {
      if (json || !isTerminal) return;
      stderr.write(`${redraw}${withoutControls(line).replaceAll("\n", " ")}`);
      isDrawn = true;
    },
  };
}

/** Text that can't steer a terminal: control characters but line breaks and tabs, and bidirectional overrides, become `?`. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, "?");
}
