import { IndexError } from "../domain/errors.ts";
import {
  preambleBytes,
  type WordTableHeader,
  wordTableFile,
  wordTableLayout,
  wordTableMagic,
} from "./word-table-layout.ts";

const limits = {
  words: [1, 10_000_000],
  dimension: [1, 4096],
  components: [0, 16],
  textBytes: [1, 1_000_000_000],
} as const;

/** Reads the preamble of a word table and holds it against the number of bytes there are; throws an `IndexError`. */
export function readWordTableHeader(bytes: Uint8Array): WordTableHeader {
  const preamble = new TextDecoder().decode(bytes.subarray(0, preambleBytes));
  if (bytes.length < preambleBytes || !preamble.startsWith(wordTableMagic)) {
    const found = JSON.stringify(preamble.slice(0, wordTableMagic.length));
    throw damagedTable(
      `it starts with ${found} and has ${bytes.length} bytes`,
      `"${wordTableMagic}" and at least ${preambleBytes}`,
    );
  }
  const header = parseHeader(preamble.slice(wordTableMagic.length));
  const { end } = wordTableLayout(header);
  if (bytes.length !== end) throw damagedTable(`it has ${bytes.length} bytes`, `${end}, as its header says`);
  return header;
}

/** The error for a table that can't be used: what was found in it, what was expected, what to do. */
export function damagedTable(found: string, expected: string): IndexError {
  const remedy = `Restore models/${wordTableFile} from the repository, or rebuild it with \`npm run build:vectors\`.`;
  return new IndexError(`${wordTableFile} can't be used: ${found}; expected ${expected}. ${remedy}`, wordTableFile);
}

function parseHeader(json: string): WordTableHeader {
  const header = parseObject(json);
  if (header.format !== 1) throw damagedTable(`its format is ${JSON.stringify(header.format)}`, "format 1");
  for (const [name, [least, most]] of Object.entries(limits)) {
    const value = header[name];
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      throw damagedTable(`its header's ${name} is ${JSON.stringify(value)}`, `a whole number from ${least} to ${most}`);
    }
  }
  if (typeof header.sha256 !== "string" || !/^[0-9a-f]{64}$/u.test(header.sha256)) {
    throw damagedTable(`its header's sha256 is ${JSON.stringify(header.sha256)}`, "64 lower-case hex digits");
  }
  return header as unknown as WordTableHeader;
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Not JSON: the same complaint as for JSON that is no object.
  }
  throw damagedTable("its header is no JSON object", "one, padded with spaces");
}
