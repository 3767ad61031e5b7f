import type { Answer } from "../domain/answer.ts";
import type { Assistant } from "../domain/assistant.ts";
import { checkCollection } from "../domain/collection.ts";
import type { AskRequest } from "../domain/question.ts";
import type { AnswerFormat } from "./answer-format.ts";
import type { AppContext, AppOptions } from "./app-options.ts";
import { problemOf } from "./error-response.ts";
import { requireAssistant } from "./require-assistant.ts";
import { streamAnswer } from "./stream-answer.ts";

/** A question that was taken, to be answered once: whole or as a stream. */
export interface TakenQuestion {
  /** The one that answers; what it says of documents belongs to the answer's generation. */
  readonly assistant: Assistant;
  readonly answer: () => Promise<Answer>;
  readonly stream: (format: AnswerFormat) => Response;
}

/**
 * What every route that answers does with its question. All that can be refused is refused here, before a stream begins and
 * its status has gone out. Throws `index_missing` while there is no index, 422 for a collection that there is not.
 */
export function takeQuestion(
  c: AppContext,
  options: Pick<AppOptions, "assistant" | "log">,
  request: AskRequest,
): TakenQuestion {
  const assistant = requireAssistant(options);
  checkCollection(assistant.collections(), request.collection);
  const { signal } = c.req.raw;
  const { path, method } = c.req;
  const requestId = c.get("requestId");
  return {
    assistant,
    answer: async () => {
      signal.throwIfAborted();
      return assistant.ask(request, { signal });
    },
    stream: (format) =>
      streamAnswer({
        ask: (callerLeft) => assistant.ask(request, { signal: callerLeft }),
        signal,
        format,
        onFailure: (error) => {
          options.log?.({ requestId, method, path, status: problemOf(error).status, durationMs: 0, error });
        },
      }),
  };
}
