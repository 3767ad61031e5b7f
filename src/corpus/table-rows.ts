import type { DraftDocument, ParsedFile } from "./parsed-file.ts";
import { rowDocument } from "./row-document.ts";
import { rowKey, rowKeys } from "./row-keys.ts";
import type { RowProblems } from "./row-problems.ts";
import { chooseTextColumn, type Fields } from "./text-column.ts";

/** How many rows decide which column holds the text. */
const sampleSize = 1000;

export interface TableOptions {
  readonly mediaType: string;
  /** The column that was asked for; null to choose it. */
  readonly textColumn: string | null;
  readonly problems: RowProblems;
}

/**
 * Makes a document of each row that it is given, without keeping the row: the first thousand are held back until the
 * column of texts is known. `number` counts rows from 1, those that could not be read included.
 */
export function collectRows({ mediaType, textColumn, problems }: TableOptions) {
  const documents: Omit<DraftDocument, "key">[] = [];
  const rows: { number: number; key: string | null }[] = [];
  let waiting: { fields: Fields; line: number; number: number }[] = [];
  let column: string | null = null;

  const keep = ({ fields, line, number }: (typeof waiting)[number], from: string) => {
    const document = rowDocument(fields, from, mediaType);
    if (document === null) return problems.add(line, `no text in "${from}"`);
    documents.push(document);
    rows.push({ number, key: rowKey(fields) });
  };
  const settle = (): string => {
    if (column !== null) return column;
    const sample = waiting.map(({ fields }) => fields);
    column = chooseTextColumn([...new Set(sample.flatMap(Object.keys))], sample, textColumn);
    for (const row of waiting) keep(row, column);
    waiting = [];
    return column;
  };
  return {
    add(fields: Fields, line: number, number: number): void {
      const row = { fields, line, number };
      if (column !== null) keep(row, column);
      else if (waiting.push(row) === sampleSize) settle();
    },
    finish(): ParsedFile {
      if (waiting.length > 0) settle();
      const keys = rowKeys(rows);
      return {
        documents: documents.map((document, i) => ({ ...document, key: keys[i] as string })),
        problems: problems.list(),
      };
    },
  };
}
