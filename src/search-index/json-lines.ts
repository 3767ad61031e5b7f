import { damagedFile } from "./damaged-file.ts";

const lineEnd = 0x0a;

/** One value a line, UTF-8. Each line is encoded on its own: the whole file may be longer than a string can be. */
export function encodeJsonLines(values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const lines = values.map((value) => encoder.encode(`${JSON.stringify(value)}\n`));
  const bytes = new Uint8Array(lines.reduce((length, line) => length + line.length, 0));
  let offset = 0;
  for (const line of lines) {
    bytes.set(line, offset);
    offset += line.length;
  }
  return bytes;
}

/** The values of a file, a line at a time. Throws an `IndexError` that names file and line where one is no JSON. */
export function* decodeJsonLines(file: string, bytes: Uint8Array): Generator<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(lineEnd, start);
    if (end === -1) throw damagedFile(file, `line ${line} without a line end`, "a line end after every value");
    yield parseLine(file, line, () => decoder.decode(bytes.subarray(start, end)));
    start = end + 1;
  }
}

function parseLine(file: string, line: number, decode: () => string): unknown {
  try {
    return JSON.parse(decode());
  } catch (cause) {
    throw damagedFile(file, `no JSON in line ${line}`, "one JSON value in UTF-8", cause);
  }
}
