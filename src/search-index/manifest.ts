/** What binds a generation together: written last, read first, and checked against every file before use. */
export interface Manifest {
  readonly formatVersion: 1;
  /** SHA-256 over documents, chunking and embedder settings; equal hashes mean that nothing need be built. */
  readonly corpusHash: string;
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
