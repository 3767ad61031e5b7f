import type { Chunk } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { Suggestion } from "../domain/suggestion.ts";
import type { DenseIndex } from "./dense-index.ts";
import type { FileRecord } from "./file-record.ts";
import type { LexicalIndex } from "./lexical-index.ts";
import type { Manifest } from "./manifest.ts";

/** Everything that a publisher writes down as one immutable generation. */
export interface GenerationContent {
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  /** Row i, of `embedder.dimension` elements and unit length, belongs to `chunks[i]`. */
  readonly vectors: Float32Array;
  /** The encoded lexical index. */
  readonly lexical: Uint8Array;
  readonly embedder: Manifest["embedder"];
  readonly corpusHash: string;
  readonly ingest: Manifest["ingest"];
  /** In the order of their paths. */
  readonly files: readonly FileRecord[];
  readonly suggestions: readonly Suggestion[];
}

/** A generation in memory, ready to be searched. Immutable. */
export interface Generation {
  /** Such as `000042`. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly documents: readonly Document[];
  readonly chunks: readonly Chunk[];
  readonly vectors: Float32Array;
  readonly dense: DenseIndex;
  readonly lexical: LexicalIndex;
  readonly suggestions: readonly Suggestion[];
}
