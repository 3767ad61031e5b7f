import type { Document } from "../domain/document.ts";
import { IndexError } from "../domain/errors.ts";
import { createBreather } from "./breathe.ts";
import { checkEmbedder } from "./check-embedder.ts";
import { checkFile } from "./check-file.ts";
import { listDocument } from "./create-manifest.ts";
import { damagedFile, unreadableFile } from "./damaged-file.ts";
import type { DenseIndex } from "./dense-index.ts";
import { createExactIndex } from "./exact-index.ts";
import type { Generation } from "./generation.ts";
import { graphFile, manifestFile } from "./generation-files.ts";
import { generationFolder } from "./generation-name.ts";
import { type LexicalIndex, openLexicalIndex } from "./lexical-index.ts";
import type { Manifest } from "./manifest.ts";
import { openManifest } from "./open-manifest.ts";
import { parseChunks, parseDocuments, parseSuggestions } from "./parse-lines.ts";
import { parseVectors } from "./parse-vectors.ts";

/** What a dense index is opened from: all of it is checked against the manifest beforehand. */
export interface DenseParts {
  readonly graph: NonNullable<Manifest["graph"]>;
  /** The bytes of graph.hnsw. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly vectors: Float32Array;
  readonly dimension: number;
}

export interface ReadGenerationOptions {
  /** Such as `000042`; stands in the generation and, as `gen-000042/`, in messages. */
  readonly name: string;
  /** The bytes of one file of the generation's folder; a rejection is reported as that file missing. */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** What questions will be embedded with. */
  readonly embedder: Manifest["embedder"];
  /** SHA-256 as lower-case hex digits. Default: by `crypto.subtle`. */
  readonly hash?: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Opens the graph where there is one; without it, and where it gives null, the exact scan serves. */
  readonly openDense?: (parts: DenseParts) => Promise<DenseIndex | null>;
}

/**
 * THE OPEN GATE: files of a published generation -> the generation in memory. Nothing is used before its size and
 * SHA-256 agree with the manifest. Throws an `IndexError` naming the file, what was found, what was expected and the
 * command that mends it; its code is `embedder_mismatch` where the index was built with another embedder.
 */
export async function readGeneration(options: ReadGenerationOptions): Promise<Generation> {
  const { name, embedder, openDense, hash } = options;
  const path = (file: string) => `${generationFolder(name)}/${file}`;
  const manifest = await openManifest(await readBytes(options, manifestFile), path(manifestFile));
  checkEmbedder(manifest.embedder, embedder, path(manifestFile));

  const readChecked = async (file: string) => {
    const bytes = await readBytes(options, file);
    await checkFile(path(file), bytes, manifest.files[file] as Manifest["files"][string], hash);
    return bytes;
  };
  const documents = await parseDocuments(path("documents.jsonl"), await readChecked("documents.jsonl"));
  const chunks = await parseChunks(path("chunks.jsonl"), await readChecked("chunks.jsonl"), documents);
  const { dimension } = manifest.embedder;
  const shape = { rows: chunks.length, dimension };
  const vectors = await parseVectors(path("vectors.bin"), await readChecked("vectors.bin"), shape);
  const lexical = await openLexicalIndex(await readChecked("lexical.bin"));
  await checkDocuments(path("documents.jsonl"), documents, manifest.documents);
  const questions = await readChecked("suggestions.jsonl");
  const suggestions = await parseSuggestions(path("suggestions.jsonl"), questions, documents);
  checkCounts(path, manifest.counts, { documents, chunks, lexical });

  const { graph } = manifest;
  const opened =
    openDense !== undefined && graph !== null
      ? await openDense({ graph, bytes: await readChecked(graphFile), vectors, dimension })
      : null;
  const dense = opened ?? createExactIndex(vectors, dimension);
  return { name, manifest, documents, chunks, vectors, dense, lexical, suggestions };
}

async function readBytes({ name, read }: ReadGenerationOptions, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return (await read(file)) as Uint8Array<ArrayBuffer>;
  } catch (cause) {
    throw cause instanceof IndexError ? cause : unreadableFile(`${generationFolder(name)}/${file}`, cause);
  }
}

async function checkDocuments(
  file: string,
  documents: readonly Document[],
  stated: Manifest["documents"],
): Promise<void> {
  const breathe = createBreather();
  for (const [index, expected] of stated.entries()) {
    const document = documents[index];
    const found = document === undefined ? null : await listDocument(document);
    await breathe();
    if (JSON.stringify(found) === JSON.stringify(expected)) continue;
    throw damagedFile(file, `document ${index + 1} as ${JSON.stringify(found)}`, JSON.stringify(expected));
  }
}

function checkCounts(
  path: (file: string) => string,
  stated: Manifest["counts"],
  found: Pick<Generation, "documents" | "chunks"> & { readonly lexical: LexicalIndex },
): void {
  const { documents, chunks, lexical } = found;
  const sentences = chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0);
  const rows = [
    ["documents.jsonl", "documents", documents.length, stated.documents],
    ["chunks.jsonl", "chunks", chunks.length, stated.chunks],
    ["chunks.jsonl", "sentences", sentences, stated.sentences],
    ["lexical.bin", "chunks", lexical.chunkCount, stated.chunks],
    ["lexical.bin", "sentences", lexical.sentenceCount, stated.sentences],
  ] as const;
  for (const [file, what, count, expected] of rows) {
    if (count !== expected) throw damagedFile(path(file), `${count} ${what}`, `${expected}`);
  }
}
