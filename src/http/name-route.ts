import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-options.ts";

/** Keeps a route's path for the log and the metrics: the address itself would make a new series of every document. */
export function nameRoute(path: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("route", path);
    await next();
  };
}
