import type { AppHandler, AppOptions } from "./app-options.ts";
import { readBody } from "./read-body.ts";
import { parseSearchRequest } from "./request-schema.ts";
import { requireAssistant } from "./require-assistant.ts";

/** `POST /search`: a query -> ranked passages and no answer. */
export function searchRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return async (c) => {
    const request = parseSearchRequest(await readBody(c.req.raw));
    const result = await requireAssistant(options).search(request, { signal: c.req.raw.signal });
    return c.json(result, 200, { "cache-control": "no-store" });
  };
}
