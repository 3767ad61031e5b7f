import type { FileProblem } from "../corpus/parse-corpus.ts";
import { ingest } from "../ingest.ts";
import { soundGeneration } from "./current-generation.ts";
import { listCorpus } from "./list-corpus.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { openEmbedder } from "./open-assistant.ts";
import { publishGeneration } from "./publish-generation.ts";
import type { Settings } from "./settings.ts";
import { suggestQuestions } from "./suggest-questions.ts";
import type { Terminal } from "./terminal.ts";

export interface IngestReport {
  readonly generation: string;
  readonly published: boolean;
  readonly documents: number;
  readonly chunks: number;
  readonly sentences: number;
  readonly problems: readonly FileProblem[];
}

/** Builds and publishes the index; files that were left out are listed at the end, and fail the command with `strict`. */
export async function runIngest(
  settings: Settings,
  { strict }: { readonly strict: boolean },
  terminal: Terminal,
): Promise<number> {
  const report = await buildIndex(settings, terminal);
  if (terminal.json) terminal.write(JSON.stringify(report));
  else {
    const { generation, published, documents, chunks, sentences } = report;
    terminal.write(
      `${published ? "Published" : "Up to date:"} generation ${generation}: ${documents} documents, ${chunks} chunks, ${sentences} sentences.`,
    );
    for (const { path, reason } of report.problems) terminal.warn(`left out: ${path}: ${reason}`);
  }
  return strict && report.problems.length > 0 ? 1 : 0;
}

/** Reads the corpus, and publishes a generation where the one that is there does not hold it already. */
export async function buildIndex(settings: Settings, terminal: Terminal): Promise<IngestReport> {
  const { sources, problems } = await listCorpus(settings.corpusDir);
  const table = await loadWordVectors(settings.modelsDir);
  const embedder = await openEmbedder(settings, table);
  terminal.progress(`reading ${sources.length} files from ${settings.corpusDir}`);
  const sound = await soundGeneration(settings.indexDir);
  const result = await ingest(sources, {
    embedder,
    previous: sound,
    onProgress: (step, done, total) => {
      if (done === total) terminal.progress(`${step} ${done} of ${total}`);
    },
  });
  const leftOut = [...problems, ...result.problems];
  if (result.content === null && sound !== null) {
    return { generation: sound.name, published: false, ...sound.manifest.counts, problems: leftOut };
  }
  if (result.content === null) throw new Error("nothing was built, and no index holds this corpus");
  terminal.progress("looking for questions that it answers");
  const suggestions = await suggestQuestions(result.content, { embedder, table, modelsDir: settings.modelsDir });
  terminal.progress("checking and publishing");
  const { name, published, notice } = await publishGeneration(settings.indexDir, { ...result.content, suggestions });
  if (published && notice !== null) terminal.warn(notice);
  const { documents, chunks } = result.content;
  const sentences = chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0);
  return {
    generation: name,
    published,
    documents: documents.length,
    chunks: chunks.length,
    sentences,
    problems: leftOut,
  };
}
