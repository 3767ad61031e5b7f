import type { AppHandler, AppOptions } from "./app-options.ts";
import { parseCollection } from "./request-schema.ts";
import { requireAssistant } from "./require-assistant.ts";

/** `GET /documents`: what the corpus, or one `collection` of it, holds, without the texts. */
export function documentsRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => {
    const collection = parseCollection(new URL(c.req.url).searchParams);
    const documents = requireAssistant(options).documents(collection);
    return c.json({ documents }, 200, { "cache-control": "no-cache" });
  };
}
