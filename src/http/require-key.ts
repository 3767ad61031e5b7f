import type { MiddlewareHandler } from "hono";
import { RequestError } from "../domain/errors.ts";
import type { AppEnv } from "./app-options.ts";
import type { KeyCheck } from "./check-key.ts";

/** What holds no words of the corpus: probes, and what a page needs before it can ask. `/metrics` has a rule of its own. */
const open = new Set([
  "/health",
  "/ready",
  "/metrics",
  "/widget.js",
  "/demo.css",
  "/favicon.ico",
  "/reader.css",
  "/openapi.json",
  "/docs",
]);

/**
 * Refuses with 401 what comes without a key. Two things need none, since the widget on a public page can't keep a secret:
 * requests of a listed origin and, where any origin is listed, the reader pages that its citations lead to.
 */
export function requireKey(checkKey: KeyCheck, origins: readonly string[]): MiddlewareHandler<AppEnv> {
  const listed = new Set(origins);
  return async (c, next) => {
    const { method, path } = c.req;
    const isReader = listed.size > 0 && path.startsWith("/read/") && (method === "GET" || method === "HEAD");
    const isOpen = method === "OPTIONS" || open.has(path) || path.startsWith("/docs/") || isReader;
    if (!isOpen && !listed.has(c.req.header("origin") ?? "") && !(await checkKey(c.req.raw.headers))) {
      throw new RequestError(401, "This server takes requests with a key it knows; send Authorization: Bearer KEY.");
    }
    await next();
  };
}
