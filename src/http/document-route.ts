import { summarizeDocument } from "../domain/document.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";
import { requireAssistant } from "./require-assistant.ts";
import { requireDocument } from "./require-document.ts";

/** `GET /documents/:id`: one document with its text, which every offset points into. */
export function documentRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => {
    const document = requireDocument(requireAssistant(options), c.req.param("id") ?? "");
    return c.json({ ...summarizeDocument(document), text: document.text }, 200, { "cache-control": "no-cache" });
  };
}
