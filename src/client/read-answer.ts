import type { Answer } from "../domain/answer.ts";
import type { AnswerEvent } from "../domain/answer-event.ts";
import { ClientError } from "./client-error.ts";
import { type Fields, isListOf, isRecord, isText, isTextOrNull } from "./fields.ts";

/**
 * What came over the wire, checked for every field that a reader of answers relies on.
 * Throws an `ClientError` of kind `unreadable` when a field is missing or of the wrong type.
 */
export function readAnswer(value: unknown): Answer {
  if (!isAnswer(value)) throw new ClientError("unreadable", "The server sent something that is not an answer.");
  return value;
}

/** One event of the stream from its JSON; null for a type this client doesn't know, which a newer server may send. */
export function readAnswerEvent(data: string): AnswerEvent | null {
  const event = parseJson(data);
  if (!isRecord(event) || !isText(event.type)) throw unreadableEvent();
  const isComplete = eventChecks.get(event.type);
  if (isComplete === undefined) return null;
  if (!isComplete(event)) throw unreadableEvent();
  return event as unknown as AnswerEvent;
}

const eventChecks: ReadonlyMap<string, (event: Fields) => boolean> = new Map([
  ["answer-start", (event: Fields) => isText(event.question)],
  ["citation", (event: Fields) => isCitation(event.citation)],
  ["text-delta", (event: Fields) => isText(event.delta)],
  ["answer-end", (event: Fields) => isAnswer(event.answer)],
  ["answer-error", ({ error }: Fields) => isRecord(error) && isText(error.title) && isText(error.detail)],
]);

function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    isText(value.answer) &&
    isText(value.status) &&
    (value.short === null || isText(value.short)) &&
    (value.reason === null || isText(value.reason)) &&
    isListOf(value.citations, isCitation) &&
    isListOf(value.passages, isPassage) &&
    isListOf(value.suggestions, isText)
  );
}

function isCitation(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.marker, value.start, value.end].every(Number.isInteger) &&
    isTextOrNull(value.date) &&
    [value.documentId, value.title, value.quote, value.prefix, value.suffix, value.url].every(isText)
  );
}

export function isPassage(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.start, value.end].every(Number.isInteger) &&
    [value.documentId, value.text].every(isText) &&
    isListOf(value.heading, isText)
  );
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (cause) {
    throw unreadableEvent(cause);
  }
}

function unreadableEvent(cause?: unknown): ClientError {
  return new ClientError("unreadable", "The server sent an event that this client can't read.", { cause });
}
