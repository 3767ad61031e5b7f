import type { AppHandler } from "./app-options.ts";
import { demoScript } from "./demo-script.ts";

/** `GET /demo.js`: what makes the example questions of `/` ask the chat. */
export const demoScriptRoute: AppHandler = (c) =>
  c.body(demoScript, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" });
