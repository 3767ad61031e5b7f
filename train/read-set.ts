import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../eval/case.ts";
import { type PreparedDocument, prepareDocument } from "../eval/evaluation-document.ts";
import { squeezeWhiteSpace } from "../eval/on-evidence.ts";
import { parseCases } from "../eval/parse-cases.ts";
import { type Half, splitCases } from "../eval/split.ts";
import { parseCorpus } from "../src/corpus/parse-corpus.ts";
import type { CorpusFile } from "../src/corpus/parsed-file.ts";
import { sourceOf } from "../src/corpus/source-file.ts";
import { createStaticEmbedder } from "../src/embedding/static-embedder.ts";
import type { WordTable } from "../src/embedding/word-table.ts";
import { ingest } from "../src/ingest.ts";
import type { Generation } from "../src/search-index/generation.ts";
import { holdGeneration } from "../src/search-index/hold-generation.ts";
import { removeBlocks } from "./remove-blocks.ts";

export interface TrainingSet {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly halves: readonly Half[];
  /** Id of the document that each case is about, or "" where none is known. */
  readonly documents: readonly string[];
  readonly generation: Generation;
  /** True where the paragraphs with the evidence were taken out of the corpus. */
  readonly removed: boolean;
}

/** Sets with more paragraphs than this are not indexed anew for each of them. */
const maxRemovals = 400;

/**
 * A case file over a corpus folder, indexed in memory: the whole corpus; each document as a corpus of its own, since
 * what people drop into a folder is often one file; and the whole corpus without the paragraph that answers, for each
 * such paragraph. Empty where the case file or the corpus is absent.
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
  const prepared = generation.documents.map((document, i) =>
    prepareDocument({ id: document.id, fileName: files[i]?.path ?? document.id, text: document.text }),
  );
  const halves = await splitCases(cases, prepared);
  const documents = cases.map((each) => documentOf(each, prepared));
  const select = (wanted: readonly number[], more: Pick<TrainingSet, "name" | "generation" | "removed">) => ({
    ...more,
    cases: wanted.map((at) => cases[at] as Case),
    halves: wanted.map((at) => halves[at] as Half),
    documents: wanted.map((at) => documents[at] as string),
  });
  const all = cases.map((_, at) => at);
  const sets: TrainingSet[] = [select(all, { name, generation, removed: false })];
  for (const [i, { id }] of generation.documents.entries()) {
    const own = all.filter((at) => documents[at] === id);
    if (generation.documents.length === 1 || own.length === 0) continue;
    const alone = await indexInMemory([files[i] as CorpusFile], table);
    sets.push(select(own, { name: `${name} alone`, generation: alone, removed: false }));
  }
  if (generation.chunks.length > maxRemovals) return sets;
  for (const [blocks, wanted] of await casesByBlocks(cases, files)) {
    const rest = await indexInMemory(removeBlocks(files, blocks.split("\n")), table);
    sets.push(select(wanted, { name: `${name} removed`, generation: rest, removed: true }));
  }
  return sets;
}

function documentOf({ evidence, closest }: Case, documents: readonly PreparedDocument[]): string {
  const wanted = [...evidence, ...(closest === null ? [] : [closest])].map(squeezeWhiteSpace);
  return documents.find(({ squeezed }) => wanted.some((sentence) => squeezed.includes(sentence)))?.id ?? "";
}

/** Answerable cases by the blocks that hold their evidence, each block written `file:start-end`, joined by line feeds. */
async function casesByBlocks(cases: readonly Case[], files: readonly CorpusFile[]): Promise<Map<string, number[]>> {
  const blocks = (await parseCorpus(files)).parsed.flatMap(({ document, blocks: own }, i) =>
    own.map(({ start, end }) => ({
      key: `${files[i]?.path}:${start}-${end}`,
      text: squeezeWhiteSpace(document.text.slice(start, end)),
    })),
  );
  const groups = new Map<string, number[]>();
  for (const [at, { abstain, evidence, history }] of cases.entries()) {
    if (abstain || history.length > 0) continue;
    const wanted = evidence.map(squeezeWhiteSpace);
    const key = blocks
      .filter(({ text }) => wanted.some((sentence) => text.includes(sentence) || sentence.includes(text)))
      .map((block) => block.key)
      .join("\n");
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return groups;
}

async function indexInMemory(files: readonly CorpusFile[], table: WordTable): Promise<Generation> {
  const embedder = createStaticEmbedder(table);
  const { content } = await ingest(files.map(sourceOf), { embedder });
  if (content === null) throw new Error("nothing to index");
  return holdGeneration(content, "000000");
}
