/** What binds a generation together: written last, read first, and checked against every file before use. */
export interface Manifest {
  readonly formatVersion: 2;
  /** SHA-256 over the files of the corpus, how they are read and the embedder; equal hashes mean that nothing need be built. */
  readonly corpusHash: string;
  /** How the files were read: another version, or another column, reads every file again. */
  readonly ingest: { readonly version: number; readonly textColumn: string | null };
  readonly embedder: { readonly id: string; readonly dimension: number };
  readonly metric: "inner-product";
  readonly graph: {
    readonly m: number;
    readonly efConstruction: number;
    readonly ef: number;
    readonly seed: number;
  } | null;
  readonly counts: { readonly documents: number; readonly chunks: number; readonly sentences: number };
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly documents: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly title: string;
    readonly mediaType: string;
  }[];
}
