import type { AppHandler } from "./app-options.ts";
import { widgetDocsScript } from "./widget-docs-script.ts";

/** `GET /docs/widget.js`: the buttons and the log of `/docs/widget`. */
export const widgetDocsScriptRoute: AppHandler = (c) =>
  c.body(widgetDocsScript, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" });
