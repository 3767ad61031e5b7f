import type { Passage } from "../domain/passage.ts";
import type { Span } from "../domain/span.ts";
import type { Vector } from "../domain/vector.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { Thesaurus } from "../embedding/thesaurus.ts";
import type { WordTable } from "../embedding/word-table.ts";
import type { AwaitedDenseIndex } from "../search-index/dense-index.ts";
import type { Generation } from "../search-index/generation.ts";
import type { RowFilter } from "../search-index/row-filter.ts";
import { type AnalysedQuestion, analyseQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { createTermExpansion } from "./expand-terms.ts";
import { type Candidates, chunksSearched, findCandidates } from "./find-candidates.ts";
import { createSentencePreparer, type PreparedSentence, prepareSentence } from "./prepare-sentence.ts";
import { type ReadingTools, readCandidates } from "./read-candidates.ts";
import { createTimeReader } from "./read-times.ts";
import { featureNames, sentenceFeatures } from "./sentence-features.ts";
import { createSentenceRanker, type RankerWeights } from "./sentence-ranker.ts";
import { sentenceVector } from "./sentence-vector.ts";
import { elementwiseMax } from "./soft-align.ts";
import { createSpelling } from "./spelling.ts";
import { termFeatureNames, termFeatures } from "./term-features.ts";
import { createVectorCache, createWordSimilarity } from "./word-similarity.ts";

/** A sentence of the corpus as it ranks for one question. */
export interface RankedSentence extends Span {
  /** Number across the corpus, as the lexical index counts. */
  readonly number: number;
  /** Row of its chunk. */
  readonly chunk: number;
  readonly documentId: string;
  readonly text: string;
  /** Comparable within one question only; higher is better. */
  readonly score: number;
  readonly features: Float64Array;
  /** `termFeatures`, one row a term of the question. */
  readonly termRows: Float64Array;
  readonly candidate: Candidate;
}

export interface Retrieval {
  readonly question: AnalysedQuestion;
  readonly candidates: Candidates;
  /** Reranked, best first. */
  readonly sentences: readonly RankedSentence[];
  /** By their best sentence, then by fused rank; scores fall. */
  readonly passages: readonly Passage[];
}

export interface RetrieveOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * The rows of a collection: everything found, read and returned is of them. What is known of words (how frequent they
   * are, how they are spelled, which are names) stays that of the whole corpus. Default: all rows.
   */
  readonly within?: RowFilter | undefined;
  /** Numbers of the sentences to rank, in place of those that search finds; passages stay unrestricted. */
  readonly sentences?: readonly number[];
}

export type Retrieve = (question: string, options?: RetrieveOptions) => Promise<Retrieval>;

export interface RetrieverOptions {
  readonly generation: Generation;
  readonly embedder: Embedder;
  readonly table: WordTable;
  readonly thesaurus: Thesaurus;
  readonly ranker: RankerWeights;
  /** Searched in place of the generation's own dense index, whose rows it must hold. It finds candidates and scores none. */
  readonly dense?: AwaitedDenseIndex;
}

/** Makes the retriever of one generation: question -> dense and lexical candidates, fused, reranked by sentence. */
export function createRetriever(options: RetrieverOptions): Retrieve {
  const { generation, embedder, table, thesaurus, ranker, dense } = options;
  const { lexical, chunks } = generation;
  const texts = new Map(generation.documents.map((document) => [document.id, document]));
  const spanOf = (number: number) =>
    chunks[lexical.chunkOf(number)]?.sentences[number - lexical.firstSentence(lexical.chunkOf(number))] as Span;
  const documentOf = (chunk: number) => texts.get(chunks[chunk]?.documentId ?? "");
  const textOf = (number: number) => {
    const { start, end } = spanOf(number);
    return documentOf(lexical.chunkOf(number))?.text.slice(start, end) ?? "";
  };
  const prepare = createSentencePreparer({ lexical, words: table, textOf });
  const headings = new Map<string, PreparedSentence>();
  const prepareHeading = (chunk: number) => {
    const text = [documentOf(chunk)?.title ?? "", ...(chunks[chunk]?.heading ?? [])].join("\n");
    const known = headings.get(text) ?? prepareSentence(text, { lexical, words: table });
    headings.set(text, known);
    return known;
  };
  const toPassage = (row: number, score: number): Passage | null => {
    const chunk = chunks[row];
    return chunk === undefined
      ? null
      : { chunk, score, text: documentOf(row)?.text.slice(chunk.start, chunk.end) ?? "" };
  };
  const context = { lexical, words: table, spelling: createSpelling(lexical) };
  const expand = createTermExpansion(lexical, table);
  const cache = createVectorCache(table);
  const rank = createSentenceRanker(ranker, { features: featureNames, termFeatures: termFeatureNames });
  const similarity = createWordSimilarity(cache, thesaurus);
  // Kept as long as the preparer keeps the sentence.
  const sentenceVectors = new WeakMap<PreparedSentence, Vector | null>();
  const vectorOf = (number: number) => {
    const prepared = prepare(number);
    const known = sentenceVectors.get(prepared);
    if (known !== undefined) return known;
    const rows = prepared.words.map(({ row }) => row);
    const vector = sentenceVector(rows, table, cache);
    sentenceVectors.set(prepared, vector);
    return vector;
  };
  const timesOf = createTimeReader({ generation, textOf });
  const tools: ReadingTools = {
    generation,
    prepare,
    prepareHeading,
    similarity,
    sentenceVector: vectorOf,
    timesOf,
  };

  return async (text, { signal, within, sentences: given } = {}) => {
    await context.spelling.prepare();
    await expand.prepare();
    const question = analyseQuestion(text, context);
    const [chunkVector] = await embedder.embed([text], signal);
    if (chunkVector === undefined) throw new Error("the embedder returned no vector");
    const nearest = dense === undefined ? undefined : await dense.search(chunkVector, chunksSearched, within);
    const found = findCandidates(question, chunkVector, { generation, expand, within, nearest });
    const candidates = given === undefined ? found : { ...found, sentences: given };
    const questionVector = sentenceVector(
      question.terms.map(({ row }) => row),
      table,
      cache,
    );
    const read = readCandidates(question, { chunk: chunkVector, sentence: questionVector }, candidates, tools);
    const features = sentenceFeatures(question, read);
    const elsewhere = {
      exact: elementwiseMax(...read.map(({ alignment }) => alignment.exact)),
      best: elementwiseMax(...read.map(({ alignment }) => alignment.best)),
    };
    const termRows = read.map((candidate) => termFeatures(question, candidate, elsewhere));
    const scores = rank(
      read.map((_, i) => ({ features: features[i] as Float64Array, termRows: termRows[i] as Float64Array })),
    );
    const sentences = candidates.sentences
      .map((number, i): RankedSentence => {
        const chunk = lexical.chunkOf(number);
        return {
          number,
          chunk,
          documentId: chunks[chunk]?.documentId ?? "",
          ...spanOf(number),
          text: textOf(number),
          score: scores[i] as number,
          features: features[i] as Float64Array,
          termRows: termRows[i] as Float64Array,
          candidate: read[i] as Candidate,
        };
      })
      .sort((a, b) => b.score - a.score || a.number - b.number);
    return { question, candidates, sentences, passages: rankPassages(sentences, candidates, toPassage) };
  };
}

function rankPassages(
  sentences: readonly RankedSentence[],
  { fusedChunks }: Candidates,
  toPassage: (row: number, score: number) => Passage | null,
): Passage[] {
  const order = new Map<number, number>();
  for (const { chunk, score } of sentences) if (!order.has(chunk)) order.set(chunk, score);
  let floor = Math.min(0, ...order.values());
  for (const chunk of fusedChunks) if (!order.has(chunk)) order.set(chunk, --floor);
  return [...order].flatMap(([row, score]) => toPassage(row, score) ?? []);
}
