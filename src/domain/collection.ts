import type { Document } from "./document.ts";
import { RequestError } from "./errors.ts";

/** Code points of a collection's name. */
export const maxCollectionCodePoints = 300;
/** Names listed where an unknown one was given. */
const maxListed = 20;

/**
 * Collections are the sub-folders of the corpus, by their path: `reports` holds what lies in `reports/2023` as well.
 * Returns all of them in Unicode NFC, sorted; empty for a corpus without sub-folders.
 */
export function collectionsOf(documents: readonly Pick<Document, "path">[]): readonly string[] {
  const collections = new Set<string>();
  for (const document of documents) {
    const path = document.path.normalize("NFC");
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      collections.add(path.slice(0, slash));
    }
  }
  return [...collections].sort();
}

/** Every document is in the collection `undefined`, which stands for the whole corpus. */
export function isInCollection({ path }: Pick<Document, "path">, collection: string | undefined): boolean {
  return collection === undefined || path.normalize("NFC").startsWith(`${collection}/`);
}

/** Throws a `RequestError` 422 that points at `/collection` where `collection` is given and is none of them. */
export function checkCollection(collections: readonly string[], collection: string | undefined): void {
  const detail = collectionProblem(collections, collection);
  if (detail !== null) throw new RequestError(422, `/collection: ${detail}`, [{ pointer: "/collection", detail }]);
}

/** What is wrong with a collection, and which there are instead; null where nothing is. */
export function collectionProblem(collections: readonly string[], collection: string | undefined): string | null {
  return collection === undefined || collections.includes(collection)
    ? null
    : `${JSON.stringify(collection)} is no collection; ${listCollections(collections)}`;
}

function listCollections(collections: readonly string[]): string {
  if (collections.length === 0) return "the documents lie in no folders, so that there are none: leave it out";
  const listed = collections.slice(0, maxListed).map((name) => JSON.stringify(name));
  const more = collections.length - listed.length;
  return `expected one of ${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
