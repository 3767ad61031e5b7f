import type { Answer } from "../domain/answer.ts";
import type { AnswerEvent } from "../domain/answer-event.ts";
import type { SearchResult } from "../domain/assistant.ts";
import type { DocumentSummary } from "../domain/document.ts";
import type { Feedback } from "../domain/feedback.ts";
import type { SearchRequest } from "../domain/question.ts";
import type { Verification, VerifyRequest } from "../domain/verification.ts";
import { type AskInput, ask, streamAnswer } from "./ask-client.ts";
import {
  type DocumentWithText,
  type FeedbackReceipt,
  type Readiness,
  readDocument,
  readDocuments,
  readFeedbackReceipt,
  readReadiness,
  readSearchResult,
  readSuggestions,
  readVerification,
} from "./read-results.ts";
import { type Endpoint, requestJson } from "./send-request.ts";

/** A query as the wire takes it: what is left out gets the server's default. */
export type SearchInput = Pick<SearchRequest, "query"> & Partial<SearchRequest>;

/**
 * The API of one server as functions, in a browser or in Node. Each throws a `ClientError`, which says whether the server
 * could not be reached, refused (with status, problem and the seconds to wait) or sent something else, or the reason of the
 * signal that aborted it. Nothing is sent twice: whether to wait and try again is the caller's to decide.
 */
export interface Client {
  readonly ask: (request: AskInput, signal?: AbortSignal) => Promise<Answer>;
  /** The last event is `answer-end` or `answer-error`. Leaving the loop closes the connection. */
  readonly streamAnswer: (request: AskInput, signal?: AbortSignal) => AsyncGenerator<AnswerEvent, void>;
  readonly search: (request: SearchInput, signal?: AbortSignal) => Promise<SearchResult>;
  /** Those of a collection, or all. */
  readonly documents: (collection?: string, signal?: AbortSignal) => Promise<readonly DocumentSummary[]>;
  readonly document: (id: string, signal?: AbortSignal) => Promise<DocumentWithText>;
  readonly suggestions: (signal?: AbortSignal) => Promise<readonly string[]>;
  readonly verify: (request: VerifyRequest, signal?: AbortSignal) => Promise<Verification>;
  readonly feedback: (request: Feedback, signal?: AbortSignal) => Promise<FeedbackReceipt>;
  readonly ready: (signal?: AbortSignal) => Promise<Readiness>;
}

export function createClient(endpoint: Endpoint): Client {
  const get = <Result>(path: string, read: (body: unknown) => Result, signal: AbortSignal | undefined) =>
    requestJson(endpoint, { path, signal }, read);
  const post = <Result>(
    path: string,
    body: object,
    { read, signal }: { read: (body: unknown) => Result; signal: AbortSignal | undefined },
  ) => requestJson(endpoint, { path, body, signal }, read);
  return {
    ask: (request, signal) => ask(endpoint, request, signal),
    streamAnswer: (request, signal) => streamAnswer(endpoint, request, signal),
    search: (request, signal) => post("search", request, { read: readSearchResult, signal }),
    documents: async (collection, signal) => {
      const query = collection === undefined ? "" : `?collection=${encodeURIComponent(collection)}`;
      return (await get(`documents${query}`, readDocuments, signal)).documents;
    },
    document: (id, signal) => get(`documents/${encodeURIComponent(id)}`, readDocument, signal),
    suggestions: async (signal) => (await get("suggestions", readSuggestions, signal)).suggestions,
    verify: (request, signal) => post("verify", request, { read: readVerification, signal }),
    feedback: (request, signal) => post("feedback", request, { read: readFeedbackReceipt, signal }),
    ready: (signal) => get("ready", readReadiness, signal),
  };
}
