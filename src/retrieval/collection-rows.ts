import { checkCollection, collectionsOf, isInCollection } from "../domain/collection.ts";
import type { Generation } from "../search-index/generation.ts";
import { createRowFilter, type RowFilter } from "../search-index/row-filter.ts";

/** The rows of the chunks of a collection. Throws a `RequestError` 422 for an unknown one. */
export type CollectionRows = (collection: string) => RowFilter;

/** Makes the filters of one generation: one a collection, on its first question, kept up to `capacity` of them. */
export function createCollectionRows(
  { documents, chunks }: Pick<Generation, "documents" | "chunks">,
  capacity = 100,
): CollectionRows {
  let kept = new Map<string, RowFilter>();
  return (collection) => {
    const known = kept.get(collection);
    if (known !== undefined) return known;
    const inside = new Set(documents.filter((each) => isInCollection(each, collection)).map(({ id }) => id));
    if (inside.size === 0) checkCollection(collectionsOf(documents), collection);
    const rows = createRowFilter(chunks.length, (row) => inside.has(chunks[row]?.documentId ?? ""));
    if (kept.size >= capacity) kept = new Map();
    kept.set(collection, rows);
    return rows;
  };
}
