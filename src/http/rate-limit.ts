import { limits } from "../domain/limits.ts";

export interface RateLimit {
  /** Counts one request of a client: 0 where it may go on, else the whole seconds until one may. */
  take(client: string): number;
}

export interface RateLimitOptions {
  /** Above 0. A client that was silent for a minute may send this many at once. */
  readonly perMinute: number;
  readonly maxClients?: number;
  /** A monotonic clock in milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
}

/**
 * A token bucket a client. Memory is bounded by forgetting the client that was silent longest: it starts anew with a full
 * bucket, as it would after a minute's silence.
 */
export function createRateLimit({
  perMinute,
  maxClients = limits.clientsRemembered,
  now = () => performance.now(),
}: RateLimitOptions): RateLimit {
  /** In the order of their last request, since each request puts its client at the end. */
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const perMs = perMinute / 60_000;
  return {
    take: (client) => {
      const at = now();
      const bucket = buckets.get(client);
      const tokens = bucket === undefined ? perMinute : Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMs);
      buckets.delete(client);
      buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      const [oldest] = buckets.keys();
      if (buckets.size > maxClients && oldest !== undefined) buckets.delete(oldest);
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
    },
  };
}
