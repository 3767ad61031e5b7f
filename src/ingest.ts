import { createChunker } from "./chunking/chunk-document.ts";
import { emptyCorpus, type FileProblem, problemsOf, sortProblems } from "./corpus/file-problem.ts";
import { hashCorpus, ingestVersion } from "./corpus/hash-corpus.ts";
import { nameDocuments } from "./corpus/name-documents.ts";
import { nameDraft } from "./corpus/parse-corpus.ts";
import { parseFile } from "./corpus/parse-file.ts";
import type { ParseFile } from "./corpus/parsed-file.ts";
import { type ReadFile, readSources } from "./corpus/read-sources.ts";
import { hashSources, type SourceFile } from "./corpus/source-file.ts";
import { embedTexts } from "./embedding/embed-texts.ts";
import type { Embedder } from "./embedding/embedder.ts";
import { createBreather } from "./search-index/breathe.ts";
import { buildLexicalIndexInTurns } from "./search-index/build-lexical-index.ts";
import type { FileRecord } from "./search-index/file-record.ts";
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
  readonly signal?: AbortSignal;
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
  const chunk = createChunker();
  const breathe = createBreather();
  const named: ReusedDocument[] = [];
  for (const { id, path, item } of nameDocuments(read)) {
    await breathe();
    if ("chunks" in item) named.push(renameDocument(item, id));
    else {
      const document = nameDraft(item, { id, path });
      named.push({ key: item.key, document, chunks: await chunk(document, item.blocks) });
    }
  }
  const files = recordFiles(read, named);
  const problems = sortProblems([...listed.problems, ...problemsOf(files)]);
  const documents = named.map(({ document }) => document);
  const chunks = named.flatMap((each) => each.chunks);
  if (chunks.length === 0) throw emptyCorpus(problems);

  const texts = named.flatMap(({ document: { text }, chunks: own }) =>
    own.map(({ start, end }) => text.slice(start, end)),
  );
  const embedding = {
    embedder,
    known: reuse.vector,
    onProgress: (done: number, total: number) => onProgress("embed", done, total),
  };
  const { vectors, embedded } = await embedTexts(texts, signal === undefined ? embedding : { ...embedding, signal });
  const lexical = await buildLexicalIndexInTurns(documents, chunks, {
    signal,
    onProgress: (done, total) => onProgress("index", done, total),
  });
  const { id, dimension } = embedder;
  const corpusHash = await hashCorpus(files, id, settings);
  return {
    content: {
      documents,
      chunks,
      vectors,
      lexical,
      embedder: { id, dimension },
      corpusHash,
      ingest: settings,
      files,
      suggestions: [],
    },
    problems,
    parsed: read.filter(({ isParsed }) => isParsed).length,
    embedded,
  };
}

/** What the next generation compares its files with. */
function recordFiles(
  read: readonly ReadFile<ReusedDocument>[],
  named: readonly ReusedDocument[],
): readonly FileRecord[] {
  const made = Map.groupBy(named, ({ document }) => document.path);
  return read.map(({ file: { path, bytes, sha256 }, problems }) => {
    const documents = (made.get(path) ?? []).map(({ document: { id }, key }) => ({ id, key }));
    return { path, bytes, sha256, documents, problems };
  });
}
