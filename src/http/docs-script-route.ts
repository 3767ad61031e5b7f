import type { AppHandler } from "./app-options.ts";
import { docsScript } from "./docs-script.ts";

/** `GET /docs/try.js`: what adds a form to each `POST` route of `/docs`. */
export const docsScriptRoute: AppHandler = (c) =>
  c.body(docsScript, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" });
