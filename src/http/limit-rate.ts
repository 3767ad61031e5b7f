import type { MiddlewareHandler } from "hono";
import { RequestError } from "../domain/errors.ts";
import type { AppEnv } from "./app-options.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readClient } from "./read-client.ts";

/** Refuses with 429 a client that posts more than its share. This machine is never limited. */
export function limitRate(rateLimit: RateLimit, trustedHops: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { address, isLoopback } = readClient(c, trustedHops);
    const retryAfterSeconds = isLoopback ? 0 : rateLimit.take(address);
    if (retryAfterSeconds > 0) {
      throw new RequestError(
        429,
        `Too many requests came from ${address}; send the next in ${retryAfterSeconds} s.`,
        [],
        {
          retryAfterSeconds,
        },
      );
    }
    await next();
  };
}
