import { checkCollection } from "../domain/collection.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";
import { readBody } from "./read-body.ts";
import { parseWith } from "./request-schema.ts";
import { requireAssistant } from "./require-assistant.ts";
import { verifySchema } from "./verify-schema.ts";

/** `POST /verify`: a text -> each of its sentences with what the documents have to say on it. */
export function verifyRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return async (c) => {
    const request = parseWith(verifySchema, await readBody(c.req.raw));
    const assistant = requireAssistant(options);
    // A text without a claim is never searched, and would pass with a collection that there is not.
    checkCollection(assistant.collections(), request.collection);
    const verification = await assistant.verify(request, { signal: c.req.raw.signal });
    return c.json(verification, 200, { "cache-control": "no-store" });
  };
}
