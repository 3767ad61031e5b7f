import type { Assistant } from "../domain/assistant.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";
import { glanceAtCorpus } from "./corpus-glance.ts";
import { renderDemoPage } from "./demo-page.ts";

const nothing: Pick<Assistant, "documents" | "document" | "suggestions"> = {
  documents: () => [],
  document: () => null,
  suggestions: () => [],
};

/**
 * `GET /`: the demo page with the widget, made once for each assistant, since a large corpus takes a while to go through. It
 * renders without an index too, since the widget then says what is wrong.
 */
export function homeRoute({ assistant, feedback }: Pick<AppOptions, "assistant" | "feedback">): AppHandler {
  const keepsFeedback = feedback !== undefined;
  const pages = new WeakMap<object, string>();
  const pageOf = (current: typeof nothing): string => {
    const known = pages.get(current);
    if (known !== undefined) return known;
    const page = renderDemoPage({
      glance: glanceAtCorpus(current),
      suggestions: current.suggestions(),
      keepsFeedback,
    });
    pages.set(current, page);
    return page;
  };
  return (c) => c.html(pageOf(assistant() ?? nothing), 200, { "cache-control": "no-cache" });
}
