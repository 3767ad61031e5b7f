import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../eval/case.ts";
import { prepareDocument } from "../eval/evaluation-document.ts";
import { squeezeWhiteSpace } from "../eval/on-evidence.ts";
import { parseCases } from "../eval/parse-cases.ts";
import { type Half, splitCases } from "../eval/split.ts";
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

/**
 * A case file over a corpus folder, indexed in memory: first the whole corpus, then each document as a corpus of its own,
 * since what people drop into a folder is often one file. Empty where the case file or the corpus is absent.
 */
export async function readSets(
  name: string,
  casesFile: string,
  corpusDir: string,
  table: WordTable,
): Promise<readonly TrainingSet[]> {
  if (!existsSync(casesFile) || !existsSync(corpusDir)) return [];
  const files: CorpusFile[] = readdirSync(corpusDir)
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(corpusDir, path)) }));
  const generation = await indexInMemory(files, table);
  const cases = parseCases(readFileSync(casesFile, "utf8"), name);
  const documents = generation.documents.map((document, i) =>
    prepareDocument({ id: document.id, fileName: files[i]?.path ?? document.id, text: document.text }),
  );
  const halves = await splitCases(cases, documents);
  const sets: TrainingSet[] = [{ name, cases, halves, generation }];
  for (const [i, document] of documents.entries()) {
    const own = cases.flatMap((each, at) => {
      const wanted = [...each.evidence, ...(each.closest === null ? [] : [each.closest])];
      return wanted.some((sentence) => document.squeezed.includes(squeezeWhiteSpace(sentence))) ? [at] : [];
    });
    if (documents.length === 1 || own.length === 0) continue;
    sets.push({
      name: `${name} alone`,
      cases: own.map((at) => cases[at] as Case),
      halves: own.map((at) => halves[at] as Half),
      generation: await indexInMemory([files[i] as CorpusFile], table),
    });
  }
  return sets;
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
