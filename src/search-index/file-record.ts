/** A file of the corpus as a generation was made from it: what tells whether it must be read again. */
export interface FileRecord {
  /** Relative to the corpus, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** In the order of the file; `key` tells rows of one file apart and is null where the file is one document. */
  readonly documents: readonly { readonly id: string; readonly key: string | null }[];
  /** Why the file, or a row of it, was left out. */
  readonly problems: readonly string[];
}
