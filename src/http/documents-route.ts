import type { AppHandler, AppOptions } from "./app-options.ts";
import { requireAssistant } from "./require-assistant.ts";

/** `GET /documents`: what the corpus holds, without the texts. */
export function documentsRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => c.json({ documents: requireAssistant(options).documents() }, 200, { "cache-control": "no-cache" });
}
