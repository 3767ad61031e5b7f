import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../eval/case.ts";
import { parseCases } from "../eval/parse-cases.ts";
import { type Half, splitCases } from "../eval/split.ts";
import { prepareDocument } from "../eval/evaluation-document.ts";
import { hashCorpus } from "../src/corpus/hash-corpus.ts";
import type { CorpusFile } from "../src/corpus/parsed-document.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import type { WordTable } from "../src/embedding/word-table.ts";
import { ingest } from "../src/ingest.ts";
import { createExactIndex } from "../src/search-index/exact-index.ts";
import type { Generation } from "../src/search-index/generation.ts";
import { decodeLexicalIndex } from "../src/search-index/lexical-index.ts";

export interface TrainingSet {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly halves: readonly Half[];
  readonly generation: Generation;
}

/** A case file over a corpus folder, indexed in memory; null where one of them is absent. */
export async function readSet(name: string, casesFile: string, corpusDir: string, table: WordTable): Promise<TrainingSet | null> {
  if (!existsSync(casesFile) || !existsSync(corpusDir)) return null;
  const files: CorpusFile[] = readdirSync(corpusDir)
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(corpusDir, path)) }));
  const generation = await indexInMemory(files, table);
  const cases = parseCases(readFileSync(casesFile, "utf8"), name);
  const documents = generation.documents.map((document, i) => prepareDocument({ id: document.id, fileName: files[i]?.path ?? document.id, text: document.text }));
  return { name, cases, halves: await splitCases(cases, documents), generation };
}

async function indexInMemory(files: readonly CorpusFile[], table: WordTable): Promise<Generation> {
  const embedder = createStaticEmbedder(table);
  const { content } = await ingest(files, { embedder });
  if (content === null) throw new Error("nothing to index");
  return {
    name: "000000",
    manifest: {
      formatVersion: 1,
      corpusHash: await hashCorpus(files, embedder.id),
      embedder: content.embedder,
      metric: "inner-product",
      graph: null,
      counts: { documents: content.documents.length, chunks: content.chunks.length, sentences: 0 },
      files: {},
      documents: [],
    },
    documents: content.documents,
    chunks: content.chunks,
    vectors: content.vectors,
    dense: createExactIndex(content.vectors, embedder.dimension),
    lexical: decodeLexicalIndex(content.lexical),
    suggestions: [],
  };
}
