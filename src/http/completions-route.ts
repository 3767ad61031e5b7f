import type { AppHandler, AppOptions } from "./app-options.ts";
import { completionOf } from "./completion.ts";
import { completionFormat } from "./completion-format.ts";
import { checkModel } from "./completion-models.ts";
import { parseCompletionRequest } from "./completion-request-schema.ts";
import { readBody } from "./read-body.ts";
import { takeQuestion } from "./take-question.ts";

/** `POST /v1/chat/completions`: a conversation in OpenAI's shape -> its completion, streamed where `stream` asks for it. */
export function completionsRoute(options: Pick<AppOptions, "assistant" | "log" | "unixTime">): AppHandler {
  const { unixTime = () => Math.floor(Date.now() / 1000) } = options;
  return async (c) => {
    const { model, question, isStreamed, includesUsage, promptLength } = parseCompletionRequest(
      await readBody(c.req.raw),
    );
    checkModel(model);
    const taken = takeQuestion(c, options, question);
    const frame = { model, created: unixTime(), base: c.req.url, promptLength };
    if (isStreamed) return taken.stream(completionFormat({ ...frame, includesUsage }));
    return c.json(completionOf(await taken.answer(), frame), 200, { "cache-control": "no-store" });
  };
}
