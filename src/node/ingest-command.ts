import type { FileProblem } from "../corpus/parse-corpus.ts";
import { ingest } from "../ingest.ts";
import { loadWordVectors } from "./load-word-vectors.ts";
import { currentManifest } from "./current-generation.ts";
import { openEmbedder } from "./open-assistant.ts";
import { publishGeneration } from "./publish-generation.ts";
import { readCorpus } from "./read-corpus.ts";
import type { Settings } from "./settings.ts";
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
export async function runIngest(settings: Settings, { strict }: { readonly strict: boolean }, terminal: Terminal): Promise<number> {
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
  const { files, problems } = await readCorpus(settings.corpusDir);
  const embedder = await openEmbedder(settings, await loadWordVectors(settings.modelsDir));
  terminal.progress(`reading ${files.length} files from ${settings.corpusDir}`);
  const result = await ingest(files, {
    embedder,
    onProgress: (step, done, total) => terminal.progress(`${step === "parse" ? "parsed" : "embedded"} ${done} of ${total}`),
  });
  const content = result.content;
  if (content === null) throw new Error("ingest was given no hash to compare with, and yet returned nothing");
  terminal.progress("checking and publishing");
  const { name, published, notice } = await publishGeneration(settings.indexDir, content);
  if (published && notice !== null) terminal.warn(notice);
  const manifest = await currentManifest(settings.indexDir);
  const counts = manifest?.manifest.counts ?? { documents: 0, chunks: 0, sentences: 0 };
  return { generation: name, published, ...counts, problems: [...problems, ...result.problems] };
}
