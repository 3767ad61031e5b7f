import { CorpusError } from "../domain/errors.ts";

interface CsvOptions {
  readonly delimiter: string;
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
  readonly skip_empty_lines: boolean;
  readonly on_record: (record: string[], info: { readonly lines: number }) => null;
}
/** As much of the library as is used. @type {import("csv-parse/sync").parse} */
type CsvParse = (text: string, options: CsvOptions) => unknown;

/**
 * Hands over each record of a CSV text (RFC 4180) with the line it ends on, counted from 1, and keeps none.
 * A quote that is never closed is a `CorpusError` that says where its row begins.
 */
export async function readCsvRecords(
  text: string,
  delimiter: string,
  onRecord: (cells: readonly string[], line: number) => void,
): Promise<void> {
  // The library's types pull in those of Node, which this zone does without: `as string` keeps the compiler from them.
  const { parse } = (await import("csv-parse/sync" as string)) as { readonly parse: CsvParse };
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record, { lines }) => {
        lastLine = lines;
        onRecord(record, lines);
        return null;
      },
    });
  } catch (cause) {
    // The library names the line on which it gave up, which is the last of the file.
    if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "CSV_QUOTE_NOT_CLOSED") throw cause;
    throw new CorpusError(`a quote in the row that begins on line ${lastLine + 1} is never closed`, { cause });
  }
}
