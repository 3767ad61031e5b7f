import type { Answer } from "../domain/answer.ts";
import type { AnswerEvent } from "../domain/answer-event.ts";
import type { AskRequest } from "../domain/question.ts";
import { AskError, refusedBy } from "./ask-error.ts";
import { readEventStream } from "./event-stream.ts";
import { readAnswer, readAnswerEvent } from "./read-answer.ts";

export { questionLimits } from "../domain/question.ts";

/** A question as the wire takes it: what is left out gets the server's default. */
export type AskInput = Pick<AskRequest, "question"> & Partial<AskRequest>;

/**
 * Asks once and waits for the whole answer. `endpoint` is the server's base URL, with or without a slash at its end.
 * Throws `AskError`, or the signal's reason when it aborts.
 */
export async function ask(endpoint: string, request: AskInput, signal?: AbortSignal): Promise<Answer> {
  const response = await post(endpoint, request, "application/json", signal);
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw signal?.aborted
      ? signal.reason
      : new AskError("unreadable", "The server sent something that is not JSON.", { cause });
  });
  return readAnswer(body);
}

/**
 * Asks and yields the events as they come; the last is `answer-end` or `answer-error`. Leaving the loop closes the connection.
 * Throws `AskError` (`interrupted` when the stream ends before its last event), or the signal's reason when it aborts.
 */
export async function* streamAnswer(
  endpoint: string,
  request: AskInput,
  signal?: AbortSignal,
): AsyncGenerator<AnswerEvent, void> {
  const response = await post(endpoint, request, "text/event-stream", signal);
  if (response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    throw new AskError("unreadable", "The server didn't send a stream of events. Is the endpoint right?");
  }
  try {
    for await (const data of readEventStream(response.body)) {
      const event = readAnswerEvent(data);
      if (event === null) continue;
      yield event;
      if (event.type === "answer-end" || event.type === "answer-error") return;
    }
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw cause instanceof AskError ? cause : interrupted(cause);
  }
  throw interrupted();
}

/** Joins the base URL and a path; an empty base means the page's own server. */
export function endpointUrl(endpoint: string, path: string): string {
  return `${endpoint.replace(/\/+$/u, "")}/${path}`;
}

async function post(endpoint: string, request: AskInput, accept: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(endpointUrl(endpoint, "ask"), {
    method: "POST",
    headers: { accept, "content-type": "application/json" },
    body: JSON.stringify(request),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    throw signal?.aborted
      ? signal.reason
      : new AskError("unreachable", `No connection to ${endpoint || "the server"}.`, { cause });
  });
  if (!response.ok) throw await refusedBy(response);
  return response;
}

function interrupted(cause?: unknown): AskError {
  return new AskError("interrupted", "The connection ended before the answer was complete.", { cause });
}
