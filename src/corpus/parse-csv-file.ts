import { CorpusError } from "../domain/errors.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { decodeText } from "./decode-text.ts";
import type { ParsedFile, ParseOptions } from "./parsed-file.ts";
import { readCsvRecords } from "./read-csv-records.ts";
import { collectRowProblems } from "./row-problems.ts";
import { collectRows } from "./table-rows.ts";
import type { Fields } from "./text-column.ts";

/** A table whose first row names its columns; each further row becomes a document. Lines are those on which rows end. */
export async function parseCsvFile(bytes: Uint8Array, { textColumn }: ParseOptions): Promise<ParsedFile> {
  const text = decodeText(bytes);
  const problems = collectRowProblems();
  const rows = collectRows({ mediaType: "text/csv", textColumn, problems });
  let names: readonly string[] | null = null;
  let number = 0;
  await readCsvRecords(text, detectDelimiter(text), (cells, line) => {
    if (names === null) {
      names = readHeader(cells);
      return;
    }
    number++;
    if (cells.length === names.length) rows.add(nameCells(names, cells), line, number);
    else problems.add(line, `it has ${countCells(cells.length)}, and the header has ${names.length}`);
  });
  if (number === 0)
    throw new CorpusError("it holds no rows: a header that names the columns was expected, and rows below it");
  return rows.finish();
}

function readHeader(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  if (names.every((name) => name === "")) throw new CorpusError("its first row names no columns");
  return names;
}

/** Of columns with the same name the first counts. */
function nameCells(names: readonly string[], cells: readonly string[]): Fields {
  const fields: Record<string, string> = Object.create(null);
  for (const [at, name] of names.entries()) fields[name] ??= cells[at] as string;
  return fields;
}

function countCells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
