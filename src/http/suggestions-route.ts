import type { AppHandler, AppOptions } from "./app-options.ts";
import { requireAssistant } from "./require-assistant.ts";

/** `GET /suggestions`: questions that the corpus answers. */
export function suggestionsRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => c.json({ suggestions: requireAssistant(options).suggestions() }, 200, { "cache-control": "no-cache" });
}
