import type { Chunk } from "../domain/chunk.ts";
import { chunkId } from "../domain/chunk.ts";
import type { Document } from "../domain/document.ts";
import type { FileRecord } from "./file-record.ts";
import type { Generation } from "./generation.ts";
import type { Manifest } from "./manifest.ts";

/** What the next generation may take over from the one that is published. */
export interface PreviousGeneration extends Pick<Generation, "manifest" | "documents" | "chunks" | "vectors"> {
  readonly files: readonly FileRecord[];
}

/** A document that was read before, with its chunks; `key` as in `FileRecord`. */
export interface ReusedDocument {
  readonly key: string | null;
  readonly document: Document;
  readonly chunks: readonly Chunk[];
}

export interface Reuse {
  /** What the file was made into, where it is the same and is read the same way; null where it must be read. */
  file(
    path: string,
    sha256: string,
  ): { readonly documents: readonly ReusedDocument[]; readonly problems: readonly string[] } | null;
  /** The vector of a text, where the same embedder has embedded that very text; null where it must be embedded. */
  vector(text: string): Float32Array | null;
}

/** Looks up what need not be done again: files by path and hash, vectors by embedder and text, wherever the text stood. */
export function createReuse(
  previous: PreviousGeneration | null,
  { embedder, ingest }: Pick<Manifest, "embedder" | "ingest">,
): Reuse {
  if (previous === null) return { file: () => null, vector: () => null };
  const { manifest, documents, chunks, vectors } = previous;
  const sameReading = manifest.ingest.version === ingest.version && manifest.ingest.textColumn === ingest.textColumn;
  const { id, dimension } = manifest.embedder;
  const sameEmbedder = id === embedder.id && dimension === embedder.dimension;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byPath = new Map(previous.files.map((file) => [file.path, file]));
  const chunksOf = Map.groupBy(chunks, ({ documentId }) => documentId);
  const rows = new Map<string, number>();
  if (sameEmbedder) {
    for (const [row, { documentId, start, end }] of chunks.entries()) {
      rows.set((byId.get(documentId) as Document).text.slice(start, end), row);
    }
  }
  return {
    file: (path, sha256) => {
      const record = byPath.get(path);
      if (!sameReading || record === undefined || record.sha256 !== sha256) return null;
      return {
        documents: record.documents.map(({ id: documentId, key }) => ({
          key,
          document: byId.get(documentId) as Document,
          chunks: chunksOf.get(documentId) ?? [],
        })),
        problems: record.problems,
      };
    },
    vector: (text) => {
      const row = rows.get(text);
      return row === undefined ? null : vectors.subarray(row * dimension, (row + 1) * dimension);
    },
  };
}

/** The same under another id, which changes with what else the corpus holds. */
export function renameDocument({ document, chunks, key }: ReusedDocument, id: string): ReusedDocument {
  if (document.id === id) return { document, chunks, key };
  const renamed = chunks.map((chunk) => ({ ...chunk, id: chunkId(id, chunk.start, chunk.end), documentId: id }));
  const title = document.title === document.id ? id : document.title;
  return { key, document: { ...document, id, title }, chunks: renamed };
}
