import type { AppHandler, AppOptions } from "./app-options.ts";
import { renderWidgetDocsPage } from "./widget-docs-page.ts";

/** `GET /docs/widget`: how to embed the widget, with live examples and its reference. */
export function widgetDocsRoute({ feedback }: Pick<AppOptions, "feedback">): AppHandler {
  const page = renderWidgetDocsPage({ keepsFeedback: feedback !== undefined });
  return (c) => c.html(page, 200, { "cache-control": "no-cache" });
}
