import type { MiddlewareHandler } from "hono";
import { ConfigurationError, RequestError } from "../domain/errors.ts";
import type { AppEnv } from "./app-options.ts";

/**
 * Decides which sites may talk to this server. A listed origin gets CORS headers, never with credentials; any other but the
 * server's own is refused with 403 unless the request only reads, and then no CORS header lets the site see the response.
 * Throws `ConfigurationError`, when it is made, for every listed origin that isn't one.
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  checkOrigins(origins);
  const listed = new Set(origins);
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isListed = origin !== undefined && listed.has(origin);
    const onlyReads = c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS";
    if (origin !== undefined && !isListed && !onlyReads && !isSameHost(origin, c.req.url)) {
      throw new RequestError(
        403,
        `The site ${JSON.stringify(origin)} may not call this server; the setting ANNALIST_ORIGINS lists those that may.`,
      );
    }
    await next();
    c.res.headers.append("vary", "Origin");
    if (!isListed) return;
    c.res.headers.set("access-control-allow-origin", origin);
    c.res.headers.set("access-control-expose-headers", "x-request-id, retry-after");
    if (c.req.method === "OPTIONS") {
      c.res.headers.set("access-control-allow-methods", c.res.headers.get("allow") ?? "GET");
      c.res.headers.set("access-control-allow-headers", "content-type, authorization, mcp-protocol-version");
      c.res.headers.set("access-control-max-age", "600");
    }
  };
}

/** Schemes aside, since a proxy that ends TLS hides ours; no cookie or login depends on it. */
function isSameHost(origin: string, url: string): boolean {
  const host = URL.parse(origin)?.host;
  return host !== undefined && host !== "" && host === new URL(url).host;
}

function checkOrigins(origins: readonly string[]): void {
  const problems = origins
    .filter((origin) => !/^https?:/u.test(origin) || URL.parse(origin)?.origin !== origin)
    .map(
      (origin) =>
        `${JSON.stringify(origin)} is no origin; give scheme, host and port only, such as "https://example.org", in ANNALIST_ORIGINS`,
    );
  if (problems.length > 0) throw new ConfigurationError(problems);
}
