import { documentIds } from "./document-id.ts";
import type { ReadFile } from "./read-sources.ts";

/** A document of a file with the id that it has among all of them. */
export interface Named<Item> {
  readonly id: string;
  readonly path: string;
  readonly item: Item;
}

/** Files read, in order -> every document of them with its id, in order. */
export function nameDocuments<Known extends { readonly key: string | null }>(
  read: readonly ReadFile<Known>[],
): readonly Named<ReadFile<Known>["documents"][number]>[] {
  const keys = read.map(({ file, documents }) => ({ path: file.path, keys: documents.map(({ key }) => key) }));
  const ids = documentIds(keys);
  return read.flatMap(({ file: { path }, documents }, i) =>
    documents.map((item, j) => ({ id: ids[i]?.[j] as string, path, item })),
  );
}
