import type { Answerer } from "./answering/answerer.ts";
import { compose } from "./answering/compose.ts";
import type { ConfidenceWeights } from "./answering/confidence.ts";
import { draftExtractive } from "./answering/draft-extractive.ts";
import { standaloneQuestion } from "./conversation/standalone-question.ts";
import type { Answer } from "./domain/answer.ts";
import { type Document, type DocumentSummary, summarizeDocument } from "./domain/document.ts";
import { type PassageView, viewPassage } from "./domain/passage.ts";
import type { AskRequest, SearchRequest } from "./domain/question.ts";
import { createRetriever, type RetrieverOptions } from "./retrieval/retrieve.ts";

/** What `POST /search` returns: ranked passages and no answer. */
export interface SearchResult {
  readonly query: string;
  readonly passages: readonly PassageView[];
  readonly generation: string;
}

/** The program as the HTTP app, the command line and the Worker see it. Everything it returns belongs to one generation. */
export interface Assistant {
  /** Name of the generation served, such as `000042`. */
  readonly generation: string;
  /** Ids of what is in use, as `/ready` reports them. */
  readonly embedder: string;
  readonly answerer: string;
  ask(request: AskRequest, options?: { readonly signal?: AbortSignal }): Promise<Answer>;
  search(request: SearchRequest, options?: { readonly signal?: AbortSignal }): Promise<SearchResult>;
  documents(): readonly DocumentSummary[];
  document(id: string): Document | null;
  suggestions(): readonly string[];
}

export interface AssistantOptions extends RetrieverOptions {
  readonly answerer: Answerer;
  readonly confidence: ConfidenceWeights;
  /** Milliseconds from any fixed point, and a new id; parameters so that a test can hold them still. */
  readonly now?: () => number;
  readonly newId?: () => string;
}

/** Passages that an answerer may use and cite. */
const passagesRead = 20;

/** Makes the assistant of one generation: question -> standalone question -> passages -> answer. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { generation, embedder, answerer, confidence } = options;
  const { now = () => performance.now(), newId = () => `ans_${crypto.randomUUID()}` } = options;
  const retrieve = createRetriever(options);
  const documents = new Map(generation.documents.map((document) => [document.id, document]));
  const hashes = new Map(generation.manifest.documents.map(({ id, sha256 }) => [id, sha256]));
  const document = (id: string) => documents.get(id) ?? null;
  const hash = (id: string) => hashes.get(id) ?? "";

  async function ask(
    { question, history, limit }: AskRequest,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const started = now();
    const standalone = standaloneQuestion(question, history);
    const retrieval = await retrieve(standalone, signal === undefined ? {} : { signal });
    const retrieved = now();
    // Passages rank by their best sentence, so the few sentences of a draft stand among the first of them.
    const passages = retrieval.passages.slice(0, passagesRead);
    const extractive = draftExtractive(retrieval, confidence);
    const draft = await answerer.answer({ question: standalone, history, passages, extractive }, signal);
    const { answer, citations } = compose(draft, { document, hash, passages });
    const ended = now();
    return {
      id: newId(),
      status: draft.status,
      reason: draft.reason,
      question: standalone,
      answer,
      short: draft.short,
      confidence: draft.confidence,
      citations,
      passages: passages.slice(0, limit).map(viewPassage),
      suggestions: [],
      answerer: answerer.id,
      generation: generation.name,
      timings: {
        retrieveMs: millis(retrieved - started),
        answerMs: millis(ended - retrieved),
        totalMs: millis(ended - started),
      },
    };
  }

  return {
    generation: generation.name,
    embedder: embedder.id,
    answerer: answerer.id,
    ask,
    search: async ({ query, limit }, { signal } = {}) => {
      const { passages } = await retrieve(query, signal === undefined ? {} : { signal });
      return { query, passages: passages.slice(0, limit).map(viewPassage), generation: generation.name };
    },
    documents: () => generation.documents.map(summarizeDocument),
    document,
    suggestions: () => generation.suggestions,
  };
}

function millis(elapsed: number): number {
  return Math.round(elapsed * 1e3) / 1e3;
}
