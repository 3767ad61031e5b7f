import type { AppHandler } from "./app-options.ts";
import { readerStyle } from "./reader-style.ts";

/** `GET /reader.css`: the style of the reader page. */
export const readerStyleRoute: AppHandler = (c) =>
  c.body(readerStyle, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" });
