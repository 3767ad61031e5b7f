import type { SearchResult } from "../domain/assistant.ts";
import type { DocumentSummary } from "../domain/document.ts";
import type { Verification } from "../domain/verification.ts";
import { ClientError } from "./client-error.ts";
import { type Fields, isListOf, isRecord, isText, isTextOrNull } from "./fields.ts";
import { isPassage } from "./read-answer.ts";

/** A document as `GET /documents/:id` gives it. Every offset of citations and passages points into `text`. */
export interface DocumentWithText extends DocumentSummary {
  readonly text: string;
}

/** What is served now, as `GET /ready` says. */
export interface Readiness {
  readonly generation: string;
  /** Ids of the parts in use. */
  readonly embedder: string;
  readonly answerer: string;
}

/** Whether the server keeps feedback. */
export interface FeedbackReceipt {
  readonly stored: boolean;
}

/** Checks of what comes over the wire. Each throws a `ClientError` of kind `unreadable` that names what was expected. */
export const readSearchResult = reader<SearchResult>(
  "a list of passages",
  ({ query, passages, generation }) => isText(query) && isText(generation) && isListOf(passages, isPassage),
);

export const readDocuments = reader<{ readonly documents: readonly DocumentSummary[] }>(
  "a list of documents",
  ({ documents }) => isListOf(documents, isSummary),
);

export const readDocument = reader<DocumentWithText>(
  "a document",
  (document) => isSummary(document) && isText(document.text),
);

export const readSuggestions = reader<{ readonly suggestions: readonly string[] }>(
  "a list of questions",
  ({ suggestions }) => isListOf(suggestions, isText),
);

export const readReadiness = reader<Readiness>("what it serves", ({ generation, embedder, answerer }) =>
  [generation, embedder, answerer].every(isText),
);

export const readVerification = reader<Verification>("a verification", ({ sentences, summary }) => {
  return isListOf(sentences, isVerifiedSentence) && isRecord(summary);
});

export const readFeedbackReceipt = reader<FeedbackReceipt>(
  "a receipt for feedback",
  ({ stored }) => typeof stored === "boolean",
);

function reader<Result>(expected: string, isComplete: (body: Fields) => boolean): (body: unknown) => Result {
  return (body) => {
    if (!isRecord(body) || !isComplete(body)) {
      throw new ClientError("unreadable", `The server sent something that is not ${expected}.`);
    }
    return body as unknown as Result;
  };
}

function isSummary(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.id, value.title, value.mediaType].every(isText) &&
    [value.url, value.date].every(isTextOrNull) &&
    Number.isInteger(value.length)
  );
}

function isVerifiedSentence(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.text, value.status].every(isText) &&
    isTextOrNull(value.reason) &&
    [value.start, value.end].every(Number.isInteger) &&
    isListOf(value.evidence, isRecord) &&
    isListOf(value.findings, isRecord)
  );
}
