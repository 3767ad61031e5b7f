import { CorpusError } from "../domain/errors.ts";
import { decodeText } from "./decode-text.ts";
import type { ParsedFile, ParseOptions } from "./parsed-file.ts";
import { readJsonRow } from "./read-json-row.ts";
import { collectRowProblems } from "./row-problems.ts";
import { collectRows } from "./table-rows.ts";

/** One JSON object a line, one document each. Blank lines are skipped; a row that can't be read leaves the others be. */
export function parseJsonlFile(bytes: Uint8Array, { textColumn }: ParseOptions): ParsedFile {
  const text = decodeText(bytes);
  const problems = collectRowProblems();
  const rows = collectRows({ mediaType: "application/x-ndjson", textColumn, problems });
  let line = 0;
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const written = text.slice(start, end).trim();
    start = end + 1;
    line++;
    if (written === "") continue;
    number++;
    const row = readJsonRow(written);
    if ("problem" in row) problems.add(line, row.problem);
    else rows.add(row.fields, line, number);
  }
  if (number === 0) throw new CorpusError("it holds no rows: one JSON object a line was expected");
  return rows.finish();
}
