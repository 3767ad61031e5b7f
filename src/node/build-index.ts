import { type FileProblem, sortProblems } from "../corpus/file-problem.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { WordTable } from "../embedding/word-table.ts";
import { ingest } from "../ingest.ts";
import { compareCorpus } from "./compare-corpus.ts";
import { currentName, type SoundGeneration, soundGeneration } from "./current-generation.ts";
import { type IndexLock, withIndexLock } from "./index-lock.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import { type CorpusListing, listCorpus } from "./list-corpus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openEmbedder } from "./open-assistant.ts";
import { publishGeneration } from "./publish-generation.ts";
import { createSandboxedParser, type SandboxedParser } from "./sandboxed-parser.ts";
import type { Settings } from "./settings.ts";
import { suggestQuestions } from "./suggest-questions.ts";
import type { WriteOptions } from "./write-generation.ts";

export type BuildStep = "list" | "read" | "embed" | "index" | "suggest" | "write" | "graph" | "check";

export interface BuildOptions {
  readonly onProgress?: (step: BuildStep, done: number, total: number) => void;
  /** Told where the exact scan has to serve, and why. */
  readonly onNotice?: (notice: string) => void;
  /** Ends the work with an error of code `aborted` and leaves what was published, unless the new index is current already. */
  readonly signal?: AbortSignal | undefined;
  readonly storage?: IndexStorage;
  /** Default: in a process of its own. */
  readonly verify?: WriteOptions["verify"];
  /** Default: a process of its own. */
  readonly openParser?: (signal: AbortSignal | undefined) => SandboxedParser;
}

export interface IngestReport {
  readonly generation: string;
  /** False where the index held this corpus already. */
  readonly published: boolean;
  readonly documents: number;
  readonly chunks: number;
  readonly sentences: number;
  /** Files parsed, and texts embedded, anew. */
  readonly parsed: number;
  readonly embedded: number;
  readonly problems: readonly FileProblem[];
}

/** Reads the corpus, and publishes a generation where the one that is there does not hold it already. */
export async function buildIndex(settings: Settings, options: BuildOptions = {}): Promise<IngestReport> {
  const { storage = diskStorage, signal } = options;
  const { openParser = (stop) => createSandboxedParser({ signal: stop }) } = options;
  const { corpusDir, indexDir, modelsDir, textColumn } = settings;
  const corpus = await listCorpus(corpusDir, settings);
  const table = await loadWordVectors(modelsDir);
  const embedder = await openEmbedder(settings, table);
  const before = await soundGeneration(indexDir);
  const { onProgress = () => {} } = options;
  const onFile = (done: number, total: number) => onProgress("list", done, total);
  const state = await compareCorpus(corpus, before, { embedder, textColumn, onFile });
  if (before !== null && state.isCurrent) return unchanged(before, state.problems);

  // Only what has to be written takes the lock: an index that is up to date may lie in a folder that can't be written.
  const write = async (lock: IndexLock) => {
    const isSame = (await currentName(indexDir).catch(() => null)) === before?.name;
    const previous = isSame ? before : await soundGeneration(indexDir);
    const parser = openParser(signal);
    try {
      return await buildAndPublish(
        { settings, corpus, previous, embedder, table, parser },
        { ...options, storage, lock },
      );
    } finally {
      parser.close();
    }
  };
  return withIndexLock(indexDir, write, { storage });
}

interface BuildParts {
  readonly settings: Settings;
  readonly corpus: CorpusListing;
  readonly previous: SoundGeneration | null;
  readonly embedder: Embedder;
  readonly table: WordTable;
  readonly parser: SandboxedParser;
}

async function buildAndPublish(
  { settings, corpus, previous, embedder, table, parser }: BuildParts,
  options: BuildOptions & { readonly storage: IndexStorage; readonly lock: IndexLock },
): Promise<IngestReport> {
  const { onProgress = () => {}, onNotice = () => {}, signal, lock, storage, verify } = options;
  const { textColumn, modelsDir, indexDir } = settings;
  // The files were listed a moment ago, before the lock.
  const onStep: typeof onProgress = (step, done, total) => {
    if (step !== "list") onProgress(step, done, total);
  };
  const { parse } = parser;
  const result = await ingest(corpus.sources, { embedder, previous, textColumn, parse, signal, onProgress: onStep });
  const problems = sortProblems([...corpus.problems, ...result.problems]);
  const { content, parsed, embedded } = result;
  if (content === null) return unchanged(previous as SoundGeneration, problems);
  const suggestions = await suggestQuestions(content, { embedder, table, modelsDir });
  onProgress("suggest", suggestions.length, suggestions.length);
  const publication = await publishGeneration(
    indexDir,
    { ...content, suggestions },
    { lock, storage, signal, onProgress, isNew: true, ...(verify !== undefined && { verify }) },
  );
  if (publication.notice !== null) onNotice(publication.notice);
  const sentences = content.chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0);
  const counts = { documents: content.documents.length, chunks: content.chunks.length, sentences };
  return { generation: publication.name, published: true, ...counts, parsed, embedded, problems };
}

function unchanged({ name, manifest }: SoundGeneration, problems: readonly FileProblem[]): IngestReport {
  return { generation: name, published: false, ...manifest.counts, parsed: 0, embedded: 0, problems };
}
