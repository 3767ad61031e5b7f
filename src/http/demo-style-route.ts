import type { AppHandler } from "./app-options.ts";
import { demoStyle } from "./demo-style.ts";

/** `GET /demo.css`: the style of the demo page and of the page of the API. */
export const demoStyleRoute: AppHandler = (c) =>
  c.body(demoStyle, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" });
