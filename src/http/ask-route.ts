import { checkCollection } from "../domain/collection.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";
import { problemOf } from "./error-response.ts";
import { readBody } from "./read-body.ts";
import { parseAskRequest } from "./request-schema.ts";
import { requireAssistant } from "./require-assistant.ts";
import { streamAnswer } from "./stream-answer.ts";
import { wantsEventStream } from "./wants-event-stream.ts";

/** `POST /ask`: a question -> its answer, as JSON or, where `Accept` asks for it, as server-sent events. */
export function askRoute(options: Pick<AppOptions, "assistant" | "log">): AppHandler {
  return async (c) => {
    const request = parseAskRequest(await readBody(c.req.raw));
    const assistant = requireAssistant(options);
    // Before a stream begins: its status has gone out by then.
    checkCollection(assistant.collections(), request.collection);
    const { signal } = c.req.raw;
    if (!wantsEventStream(c.req.header("accept"))) {
      signal.throwIfAborted();
      const answer = await assistant.ask(request, { signal });
      return c.json(answer, 200, { "cache-control": "no-store", vary: "Accept" });
    }
    const { path, method } = c.req;
    const requestId = c.get("requestId");
    const response = streamAnswer({
      ask: (callerLeft) => assistant.ask(request, { signal: callerLeft }),
      signal,
      onFailure: (error) => {
        options.log?.({ requestId, method, path, status: problemOf(error).status, durationMs: 0, error });
      },
    });
    response.headers.set("vary", "Accept");
    return response;
  };
}
