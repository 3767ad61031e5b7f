import { chunkDocuments } from "./chunking/chunk-documents.ts";
import { emptyCorpus, type FileProblem, problemsOf, sortProblems } from "./corpus/file-problem.ts";
import { hashCorpus, ingestVersion } from "./corpus/hash-corpus.ts";
import { nameDocuments, recordFiles } from "./corpus/name-documents.ts";
import { parseFile } from "./corpus/parse-file.ts";
import type { ParseFile } from "./corpus/parsed-file.ts";
import { readSources } from "./corpus/read-sources.ts";
import { hashSources, type SourceFile } from "./corpus/source-file.ts";
import { embedTexts } from "./embedding/embed-texts.ts";
import type { Embedder } from "./embedding/embedder.ts";
import { createBreather } from "./search-index/breathe.ts";
import { buildLexicalIndexInTurns } from "./search-index/build-lexical-index.ts";
import type { GenerationContent } from "./search-index/generation.ts";
import {
  createReuse,
  type PreviousGeneration,
  type ReusedDocument,
  renameDocument,
} from "./search-index/previous-generation.ts";

export type IngestStep = "list" | "read" | "embed" | "index";

export interface IngestOptions {
  readonly embedder: Embedder;
  /** Default: in this process. */
  readonly parse?: ParseFile;
  /** The column or field of rows that holds their text. Default null: it is chosen. */
  readonly textColumn?: string | null;
  /** The generation that is published: what stands in it unchanged is taken over. */
  readonly previous?: PreviousGeneration | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (step: IngestStep, done: number, total: number) => void;
}

export interface IngestResult {
  /** Null where `previous` holds this corpus already. */
  readonly content: GenerationContent | null;
  readonly problems: readonly FileProblem[];
  /** Files that were parsed, and texts that were embedded, anew. */
  readonly parsed: number;
  readonly embedded: number;
}

/** Files -> documents -> chunks -> vectors: all that a publisher writes down. Throws where nothing is left to index. */
export async function ingest(sources: readonly SourceFile[], options: IngestOptions): Promise<IngestResult> {
  const { embedder, parse = parseFile, textColumn = null, previous = null, signal, onProgress = () => {} } = options;
  const settings = { version: ingestVersion, textColumn };
  const listed = await hashSources(sources, (done) => onProgress("list", done, sources.length));
  const same = previous?.manifest.corpusHash === (await hashCorpus(listed.files, embedder.id, settings));
  if (previous !== null && same) {
    const problems = sortProblems([...listed.problems, ...problemsOf(previous.files)]);
    return { content: null, problems, parsed: 0, embedded: 0 };
  }

  const reuse = createReuse(previous, { embedder, ingest: settings });
  const onFile = (done: number) => onProgress("read", done, listed.files.length);
  const read = await readSources(listed.files, { parse, textColumn, known: reuse.file, signal, onFile });
  const named = nameDocuments(read, renameDocument);
  const chunked = await chunkDocuments(named, createBreather());
  const files = recordFiles(read, chunked);
  const problems = sortProblems([...listed.problems, ...problemsOf(files)]);
  const documents = chunked.map(({ document }) => document);
  const chunks = chunked.flatMap((each) => each.chunks);
  if (chunks.length === 0) throw emptyCorpus(problems);

  const { vectors, embedded } = await embedTexts(textsOf(chunked), {
    embedder,
    signal,
    known: reuse.vector,
    onProgress: (done, total) => onProgress("embed", done, total),
  });
  const lexical = await buildLexicalIndexInTurns(documents, chunks, {
    signal,
    onProgress: (done, total) => onProgress("index", done, total),
  });
  const { id, dimension } = embedder;
  const corpusHash = await hashCorpus(files, id, settings);
  const built = { documents, chunks, vectors, lexical, files, corpusHash, ingest: settings, suggestions: [] };
  return {
    content: { ...built, embedder: { id, dimension } },
    problems,
    parsed: read.filter(({ isParsed }) => isParsed).length,
    embedded,
  };
}

function textsOf(chunked: readonly ReusedDocument[]): readonly string[] {
  return chunked.flatMap(({ document: { text }, chunks }) => chunks.map(({ start, end }) => text.slice(start, end)));
}
