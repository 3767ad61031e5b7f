import type { AppHandler, AppOptions } from "./app-options.ts";
import { locateCitations } from "./locate-citations.ts";
import { readCitations } from "./read-citations.ts";
import { renderReadPage } from "./render-read-page.ts";
import { requireAssistant } from "./require-assistant.ts";
import { requireDocument } from "./require-document.ts";

/** `GET /read/:id`: a document as a page, with the words of `cite` marked. A link without `v` is taken to be for this version. */
export function readRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return async (c) => {
    const assistant = requireAssistant(options);
    const document = requireDocument(assistant, c.req.param("id") ?? "");
    const query = new URL(c.req.url).searchParams;
    const requested = readCitations(query);
    const version = query.get("v");
    const citations = locateCitations(requested, {
      text: document.text,
      isSameVersion: version === null || version === (await documentVersion(document.text)),
      sentences: () => assistant.sentences(document.id),
    });
    return c.html(renderReadPage(document, citations), 200, { "cache-control": "no-cache" });
  };
}

/** The first 12 hex digits of the SHA-256 of the text in UTF-8. */
async function documentVersion(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.slice(0, 12);
}
