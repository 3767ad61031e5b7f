import type { Document } from "./document.ts";

/**
 * Collections are the sub-folders of the corpus, by their path: `reports` holds what lies in `reports/2023` as well.
 * Returns all of them, sorted; empty for a corpus without sub-folders.
 */
export function collectionsOf(documents: readonly Pick<Document, "path">[]): readonly string[] {
  const collections = new Set<string>();
  for (const { path } of documents) {
    for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
      collections.add(path.slice(0, slash));
    }
  }
  return [...collections].sort();
}

export function isInCollection({ path }: Pick<Document, "path">, collection: string): boolean {
  return path.startsWith(`${collection}/`);
}
