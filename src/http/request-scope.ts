import type { MiddlewareHandler } from "hono";
import { answerFailure } from "./answer-failure.ts";
import type { AppEnv, AppOptions } from "./app-options.ts";
import { setSecurityHeaders } from "./security-headers.ts";

/**
 * What every request gets, whatever becomes of it: an id (ours, never the caller's), a response even to a thrown value that
 * is no `Error`, the security headers and a line in the log.
 */
export function requestScope(options: Pick<AppOptions, "newId" | "now" | "log">): MiddlewareHandler<AppEnv> {
  const { newId = randomRequestId, now = () => performance.now(), log } = options;
  return async (c, next) => {
    const requestId = newId();
    const startedAt = now();
    c.set("requestId", requestId);
    let thrown: unknown;
    try {
      await next();
    } catch (error) {
      thrown = error;
      c.res = answerFailure(error, c);
    }
    c.res.headers.set("x-request-id", requestId);
    setSecurityHeaders(c.res.headers);
    const { status } = c.res;
    const error = c.error ?? thrown;
    const route = c.get("route");
    log?.({
      requestId,
      method: c.req.method,
      path: c.req.path,
      ...(route === undefined ? {} : { route }),
      status,
      durationMs: now() - startedAt,
      ...(status >= 500 && error !== undefined ? { error } : {}),
    });
  };
}

export function randomRequestId(): string {
  return `req_${crypto.randomUUID()}`;
}
