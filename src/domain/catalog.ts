import type { Assistant } from "./assistant.ts";
import { checkCollection, collectionsOf, isInCollection } from "./collection.ts";
import { type Document, summarizeDocument } from "./document.ts";

/** The documents of one generation, by id and by collection. */
export type Catalog = Pick<Assistant, "document" | "documents" | "collections">;

export function createCatalog(documents: readonly Document[]): Catalog {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const collections = collectionsOf(documents);
  return {
    document: (id) => byId.get(id) ?? null,
    documents: (collection) => {
      checkCollection(collections, collection);
      return documents.filter((each) => isInCollection(each, collection)).map(summarizeDocument);
    },
    collections: () => collections,
  };
}
