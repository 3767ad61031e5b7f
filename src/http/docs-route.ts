import type { AppHandler, AppOptions } from "./app-options.ts";
import { describeApi } from "./describe-api.ts";
import { renderDocsPage } from "./docs-page.ts";

/** `GET /docs`: the API description as a page; complete without JavaScript, which adds forms to try it. */
export function docsRoute(options: Pick<AppOptions, "mcp">): AppHandler {
  return (c) => c.html(renderDocsPage(describeApi(options)), 200, { "cache-control": "no-cache" });
}
