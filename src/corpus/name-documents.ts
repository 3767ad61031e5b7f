import type { Block } from "../domain/block.ts";
import type { Document } from "../domain/document.ts";
import { documentIds } from "./document-id.ts";
import { nameDraft } from "./parse-corpus.ts";
import type { ReadFile } from "./read-sources.ts";

/** A document that was parsed now and has its id; `key` tells rows of one file apart. */
export interface NamedDocument {
  readonly key: string | null;
  readonly document: Document;
  readonly blocks: readonly Block[];
}

/**
 * Files read, in order -> every document of them with its id, in order. What was read before is given its id by `rename`:
 * ids depend on what else the corpus holds.
 */
export function nameDocuments<Known extends { readonly key: string | null }>(
  read: readonly ReadFile<Known>[],
  rename: (known: Known, id: string) => Known,
): readonly (Known | NamedDocument)[] {
  const keys = read.map(({ file, documents }) => ({ path: file.path, keys: documents.map(({ key }) => key) }));
  const ids = documentIds(keys);
  return read.flatMap(({ file: { path }, documents }, i) =>
    documents.map((each, j) => {
      const id = ids[i]?.[j] as string;
      if (!("blocks" in each)) return rename(each, id);
      return { key: each.key, document: nameDraft(each, { id, path }), blocks: each.blocks };
    }),
  );
}

/** What each file became, for the next ingest to compare with; files in order. */
export function recordFiles(
  read: readonly ReadFile<unknown>[],
  documents: readonly { readonly key: string | null; readonly document: Document }[],
) {
  const made = Map.groupBy(documents, ({ document }) => document.path);
  return read.map(({ file: { path, bytes, sha256 }, problems }) => {
    const own = (made.get(path) ?? []).map(({ document: { id }, key }) => ({ id, key }));
    return { path, bytes, sha256, documents: own, problems };
  });
}
