import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface LineReader extends AsyncIterable<string> {
  /** A person types: there is a prompt, and the line can be edited. */
  readonly isInteractive: boolean;
  /** Ends the lines. Safe to call twice. */
  readonly close: () => void;
}

export interface LineReaderOptions {
  readonly output: NodeJS.WritableStream;
  /** Shown before each line where a person types. */
  readonly prompt: string;
  /** Told of every Ctrl-C. */
  readonly onInterrupt: () => void;
}

/** Lines of an input, each when it is asked for; Ctrl-D or the end of the input ends them. */
export function openLineReader(input: Readable, { output, prompt, onInterrupt }: LineReaderOptions): LineReader {
  const isInteractive = isTerminal(input) && isTerminal(output);
  const lines = createInterface({
    input,
    prompt,
    terminal: isInteractive,
    historySize: isInteractive ? 100 : 0,
    ...(isInteractive && { output }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  // While it edits lines, the terminal sends Ctrl-C as a key; else the system does, as a signal.
  lines.on("SIGINT", onInterrupt);
  process.on("SIGINT", onInterrupt);
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
    process.off("SIGINT", onInterrupt);
  });
  const ask = () => {
    // Ctrl-D during an answer has ended the lines.
    if (isInteractive && isOpen) lines.prompt();
  };
  async function* read(): AsyncGenerator<string, void> {
    ask();
    for await (const line of lines) {
      yield line;
      ask();
    }
  }
  return { isInteractive, close: () => lines.close(), [Symbol.asyncIterator]: read };
}

function isTerminal(stream: Readable | NodeJS.WritableStream): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
