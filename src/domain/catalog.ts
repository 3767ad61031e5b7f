import type { Assistant } from "./assistant.ts";
import type { Chunk } from "./chunk.ts";
import { checkCollection, collectionsOf, isInCollection } from "./collection.ts";
import { type Document, summarizeDocument } from "./document.ts";

/** The documents of one generation, by id and by collection, and their sentences. */
export type Catalog = Pick<Assistant, "document" | "documents" | "sentences" | "collections">;

export function createCatalog(documents: readonly Document[], chunks: readonly Chunk[]): Catalog {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const collections = collectionsOf(documents);
  return {
    document: (id) => byId.get(id) ?? null,
    documents: (collection) => {
      checkCollection(collections, collection);
      return documents.filter((each) => isInCollection(each, collection)).map(summarizeDocument);
    },
    sentences: (id) => chunks.filter((chunk) => chunk.documentId === id).flatMap((chunk) => chunk.sentences),
    collections: () => collections,
  };
}
