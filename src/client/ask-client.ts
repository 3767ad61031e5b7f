import type { Answer } from "../domain/answer.ts";
import type { AnswerEvent } from "../domain/answer-event.ts";
import type { AskRequest } from "../domain/question.ts";
import { ClientError } from "./client-error.ts";
import { readEventStream } from "./event-stream.ts";
import { readAnswer, readAnswerEvent } from "./read-answer.ts";
import { type Endpoint, requestJson, sendRequest } from "./send-request.ts";

export { questionLimits } from "../domain/question.ts";

/** A question as the wire takes it: what is left out gets the server's default. */
export type AskInput = Pick<AskRequest, "question"> & Partial<AskRequest>;

/** Asks once and waits for the whole answer. Throws a `ClientError`, or the signal's reason when it aborts. */
export function ask(endpoint: Endpoint, request: AskInput, signal?: AbortSignal): Promise<Answer> {
  return requestJson(endpoint, { path: "ask", body: request, signal }, readAnswer);
}

/**
 * Asks and yields the events as they come; the last is `answer-end` or `answer-error`. Leaving the loop closes the connection.
 * Throws a `ClientError` (`interrupted` when the stream ends before its last event), or the signal's reason when it aborts.
 */
export async function* streamAnswer(
  endpoint: Endpoint,
  request: AskInput,
  signal?: AbortSignal,
): AsyncGenerator<AnswerEvent, void> {
  const response = await sendRequest(endpoint, { path: "ask", body: request, accept: "text/event-stream", signal });
  if (response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    throw new ClientError("unreadable", "The server didn't send a stream of events. Is the endpoint right?");
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
    throw cause instanceof ClientError ? cause : interrupted(cause);
  }
  throw interrupted();
}

function interrupted(cause?: unknown): ClientError {
  return new ClientError("interrupted", "The connection ended before the answer was complete.", { cause });
}
