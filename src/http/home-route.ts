import type { AppHandler, AppOptions } from "./app-options.ts";
import { renderDemoPage } from "./demo-page.ts";

/** `GET /`: the demo page with the widget. It renders without an index too, since the widget then says what is wrong. */
export function homeRoute({ assistant }: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => {
    const current = assistant();
    const page = renderDemoPage({ documents: current?.documents() ?? [], suggestions: current?.suggestions() ?? [] });
    return c.html(page, 200, { "cache-control": "no-cache" });
  };
}
