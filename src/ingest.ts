import { createChunker } from "./chunking/chunk-document.ts";
import { hashCorpus } from "./corpus/hash-corpus.ts";
import { type FileProblem, parseCorpus } from "./corpus/parse-corpus.ts";
import type { CorpusFile } from "./corpus/parsed-document.ts";
import type { Chunk } from "./domain/chunk.ts";
import { CorpusError } from "./domain/errors.ts";
import type { Embedder } from "./embedding/embedder.ts";
import { buildLexicalIndex } from "./search-index/build-lexical-index.ts";
import type { GenerationContent } from "./search-index/generation.ts";

export type IngestProgress = (step: "parse" | "embed" | "publish", done: number, total: number) => void;

export interface IngestResult {
  /** Null when `currentHash` says that the index already holds this corpus. */
  readonly content: GenerationContent | null;
  readonly problems: readonly FileProblem[];
}

const embedBatch = 256;

/** Files -> documents -> chunks -> vectors: all that a publisher writes down. Throws where nothing is left to index. */
export async function ingest(
  files: readonly CorpusFile[],
  options: { readonly embedder: Embedder; readonly currentHash?: string | null; readonly onProgress?: IngestProgress },
): Promise<IngestResult> {
  const { embedder, currentHash = null, onProgress = () => {} } = options;
  const { parsed, problems } = parseCorpus(files);
  onProgress("parse", parsed.length, files.length);
  if (parsed.length === 0) throw emptyCorpus(problems);
  const corpusHash = await hashCorpus(files, embedder.id);
  if (corpusHash === currentHash) return { content: null, problems };

  const chunk = createChunker();
  const chunks = (await Promise.all(parsed.map(({ document, blocks }) => chunk(document, blocks)))).flat();
  const documents = parsed.map(({ document }) => document);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const vectors = await embedChunks(chunks, texts, embedder, onProgress);
  const lexical = buildLexicalIndex(documents, chunks);
  const { id, dimension } = embedder;
  return {
    content: { documents, chunks, vectors, lexical, embedder: { id, dimension }, corpusHash, suggestions: [] },
    problems,
  };
}

async function embedChunks(
  chunks: readonly Chunk[],
  texts: ReadonlyMap<string, string>,
  embedder: Embedder,
  onProgress: IngestProgress,
): Promise<Float32Array> {
  const vectors = new Float32Array(chunks.length * embedder.dimension);
  for (let from = 0; from < chunks.length; from += embedBatch) {
    const batch = chunks.slice(from, from + embedBatch);
    const words = batch.map(({ documentId, start, end }) => (texts.get(documentId) ?? "").slice(start, end));
    const embedded = await embedder.embed(words);
    for (const [index, vector] of embedded.entries()) vectors.set(vector, (from + index) * embedder.dimension);
    onProgress("embed", Math.min(from + embedBatch, chunks.length), chunks.length);
  }
  return vectors;
}

function emptyCorpus(problems: readonly FileProblem[]): CorpusError {
  const reasons = problems.map(({ path, reason }) => `\n  ${path}: ${reason}`).join("");
  return new CorpusError(`the corpus holds no document that can be indexed: put .txt or .md files into it${reasons}`);
}
