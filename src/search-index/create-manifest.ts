import type { Document } from "../domain/document.ts";
import type { GenerationContent } from "./generation.ts";
import type { Manifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/** The manifest of a generation: it holds no clock time and no name, so that equal content gives equal bytes. */
export async function createManifest(
  content: GenerationContent,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  graph: Manifest["graph"],
): Promise<Manifest> {
  const { documents, chunks, embedder, corpusHash, ingest } = content;
  const entries = await Promise.all(
    Array.from(files, async ([file, bytes]) => [file, { bytes: bytes.length, sha256: await sha256(bytes) }] as const),
  );
  return {
    formatVersion: 2,
    corpusHash,
    ingest: { version: ingest.version, textColumn: ingest.textColumn },
    embedder: { id: embedder.id, dimension: embedder.dimension },
    metric: "inner-product",
    graph,
    counts: {
      documents: documents.length,
      chunks: chunks.length,
      sentences: chunks.reduce((sum, { sentences }) => sum + sentences.length, 0),
    },
    files: Object.fromEntries(entries),
    documents: await Promise.all(documents.map(listDocument)),
  };
}

/** A document as the manifest lists it: with the SHA-256 of its text in UTF-8. */
export async function listDocument({ id, title, mediaType, text }: Document): Promise<Manifest["documents"][number]> {
  return { id, sha256: await sha256(new TextEncoder().encode(text)), title, mediaType };
}
