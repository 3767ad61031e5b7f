import type { MiddlewareHandler } from "hono";
import { RequestError } from "../domain/errors.ts";
import type { AppEnv } from "./app-options.ts";

/**
 * Refuses a request that was addressed to any name but loopback: a page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding) and would count as the same origin.
 */
export const checkLoopbackHost: MiddlewareHandler<AppEnv> = async (c, next) => {
  const header = c.req.header("host");
  const hosts = [c.req.url, ...(header === undefined ? [] : [`http://${header}`])].map(hostnameOf);
  const stranger = hosts.find((host) => !isLoopback(host));
  if (stranger !== undefined) {
    throw new RequestError(
      403,
      `The request is addressed to ${JSON.stringify(stranger)}; this server answers to localhost and 127.0.0.1 alone. To serve other names, bind another address with --host.`,
    );
  }
  await next();
};

function hostnameOf(url: string): string {
  return URL.parse(url)?.hostname ?? "";
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}
