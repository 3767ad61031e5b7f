import type { Fields } from "./text-column.ts";

const keyNames = ["id", "_id", "key", "uuid", "docid", "doc_id", "document_id"];

/** What a row calls itself; null where no field of it is named like a key. */
export function rowKey(fields: Fields): string | null {
  for (const name of keyNames) {
    const value = Object.hasOwn(fields, name) ? fields[name]?.trim() : undefined;
    if (value !== undefined && value !== "") return value;
  }
  return null;
}

/** Keys of the rows of a file: what they call themselves where that tells all of them apart, else their numbers. */
export function rowKeys(rows: readonly { readonly number: number; readonly key: string | null }[]): readonly string[] {
  const isTold = rows.every(({ key }) => key !== null) && new Set(rows.map(({ key }) => key)).size === rows.length;
  return rows.map(({ key, number }) => (isTold && key !== null ? key : String(number)));
}
