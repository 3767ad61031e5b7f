import type { AppHandler, AppOptions } from "./app-options.ts";
import { chatFormat } from "./chat-format.ts";
import { parseChatRequest } from "./chat-schema.ts";
import { readBody } from "./read-body.ts";
import { takeQuestion } from "./take-question.ts";

/** `POST /chat`: what `useChat` of the AI SDK sends -> the answer as the stream that it reads. */
export function chatRoute(options: Pick<AppOptions, "assistant" | "log">): AppHandler {
  return async (c) => {
    const { assistant, stream } = takeQuestion(c, options, parseChatRequest(await readBody(c.req.raw)));
    return stream(chatFormat((documentId) => assistant.document(documentId)?.mediaType ?? "text/plain"));
  };
}
