import type { Answerer } from "./answering/answerer.ts";
import { compose } from "./answering/compose.ts";
import { type ConfidenceWeights, createConfidence } from "./answering/confidence.ts";
import { draftExtractive } from "./answering/draft-extractive.ts";
import { draftForeign } from "./answering/draft-foreign.ts";
import { createExplainer } from "./answering/explain.ts";
import { createShortAnswerFinder } from "./answering/find-short-answer.ts";
import { joinDrafts, openParts } from "./answering/join-drafts.ts";
import { pickSuggestions } from "./answering/pick-suggestions.ts";
import { createSpanRanker, type SpanRankerWeights } from "./answering/span-ranker.ts";
import { createVerifier } from "./answering/verify-text.ts";
import { standaloneQuestion } from "./conversation/standalone-question.ts";
import type { Answer } from "./domain/answer.ts";
import type { Assistant } from "./domain/assistant.ts";
import { createCatalog } from "./domain/catalog.ts";
import { viewPassage } from "./domain/passage.ts";
import type { AskRequest } from "./domain/question.ts";
import { cleanQuestion } from "./retrieval/clean-question.ts";
import { createQuestionReader } from "./retrieval/read-question.ts";
import type { RetrieverOptions } from "./retrieval/retrieve.ts";

export interface AssistantOptions extends RetrieverOptions {
  readonly answerer: Answerer;
  readonly confidence: ConfidenceWeights;
  readonly spanRanker: SpanRankerWeights;
  /** Milliseconds from any fixed point, and a new id; parameters so that a test can hold them still. */
  readonly now?: () => number;
  readonly newId?: () => string;
}

/** Passages that an answerer may use and cite. */
const passagesRead = 20;

/** Makes the assistant of one generation: question -> standalone question -> its parts -> passages -> answer. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { generation, embedder, answerer } = options;
  const { now = () => performance.now(), newId = () => `ans_${crypto.randomUUID()}` } = options;
  const readQuestion = createQuestionReader(options);
  const confidence = createConfidence(options.confidence);
  const rankSpans = createSpanRanker(options.spanRanker, options.table);
  const findShortAnswer = createShortAnswerFinder(rankSpans);
  const spanThreshold = options.spanRanker.threshold;
  const explainAnswer = createExplainer({ chunks: generation.chunks, confidence, rankSpans, spanThreshold });
  const catalog = createCatalog(generation.documents, generation.chunks);
  const hashes = new Map(generation.manifest.documents.map(({ id, sha256 }) => [id, sha256]));
  const hash = (id: string) => hashes.get(id) ?? "";

  async function ask(
    { question, history, limit, collection, explain = false }: AskRequest,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const started = now();
    const cleaned = cleanQuestion(question);
    const standalone = cleanQuestion(standaloneQuestion(cleaned, history));
    const reading = await readQuestion(standalone, { signal, collection });
    const retrieved = now();
    // Passages rank by their best sentence, so the few sentences of a draft stand among the first of them.
    const passages = reading.passages.slice(0, passagesRead);
    const foreign = reading.foreign && { reading: reading.foreign, draft: draftForeign(reading.foreign, confidence) };
    const parts = reading.parts.map((part) => ({
      ...part,
      draft: draftExtractive(part.retrieval, confidence, findShortAnswer),
    }));
    const extractive = foreign?.draft ?? joinDrafts(parts);
    const draft = await answerer.answer({ question: standalone, history, passages, extractive }, signal);
    const { answer, citations } = compose(draft, { document: catalog.document, hash, passages });
    const ended = now();
    const explained = { question: { asked: question, cleaned, standalone }, parts, foreign };
    return {
      id: newId(),
      status: draft.status,
      reason: draft.reason,
      question: standalone,
      answer: [answer, ...openParts(draft)].join(" ").trim(),
      short: draft.short,
      confidence: draft.confidence,
      citations,
      passages: passages.slice(0, limit).map(viewPassage),
      suggestions: pickSuggestions(generation.suggestions, {
        asked: [question, standalone],
        citations,
        passages: passages.map(({ chunk }) => chunk),
      }),
      answerer: answerer.id,
      generation: generation.name,
      timings: {
        retrieveMs: millis(retrieved - started),
        answerMs: millis(ended - retrieved),
        totalMs: millis(ended - started),
      },
      ...(explain && { explanation: explainAnswer(explained) }),
    };
  }

  return {
    generation: generation.name,
    embedder: embedder.id,
    answerer: answerer.id,
    ask,
    search: async ({ query, limit, collection }, { signal } = {}) => {
      const { passages } = await readQuestion(query, { signal, collection });
      return { query, passages: passages.slice(0, limit).map(viewPassage), generation: generation.name };
    },
    verify: createVerifier({ generation, readQuestion, document: catalog.document, hash }),
    ...catalog,
    suggestions: () => generation.suggestions.map(({ question }) => question),
  };
}

function millis(elapsed: number): number {
  return Math.round(elapsed * 1e3) / 1e3;
}
