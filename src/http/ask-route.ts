import type { AppHandler, AppOptions } from "./app-options.ts";
import { askFormat } from "./ask-format.ts";
import { readBody } from "./read-body.ts";
import { parseAskRequest } from "./request-schema.ts";
import { takeQuestion } from "./take-question.ts";
import { wantsEventStream } from "./wants-event-stream.ts";

/** `POST /ask`: a question -> its answer, as JSON or, where `Accept` asks for it, as server-sent events. */
export function askRoute(options: Pick<AppOptions, "assistant" | "log">): AppHandler {
  return async (c) => {
    const taken = takeQuestion(c, options, parseAskRequest(await readBody(c.req.raw)));
    if (!wantsEventStream(c.req.header("accept"))) {
      return c.json(await taken.answer(), 200, { "cache-control": "no-store", vary: "Accept" });
    }
    const response = taken.stream(askFormat);
    response.headers.set("vary", "Accept");
    return response;
  };
}
