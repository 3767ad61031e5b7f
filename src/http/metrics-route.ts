import { RequestError } from "../domain/errors.ts";
import type { AppHandler, AppOptions } from "./app-options.ts";
import type { KeyCheck } from "./check-key.ts";
import { readClient } from "./read-client.ts";

/** `GET /metrics`: Prometheus text, for this machine and for whoever has a key; a proxy on this machine doesn't count as it. */
export function metricsRoute(
  { metrics, trustedHops = 0 }: Pick<AppOptions, "metrics" | "trustedHops">,
  checkKey: KeyCheck,
): AppHandler {
  return async (c) => {
    if (metrics === undefined) throw new RequestError(404, "This server keeps no metrics.");
    if (!readClient(c, trustedHops).isLoopback && !(await checkKey(c.req.raw.headers))) {
      throw new RequestError(403, "Metrics are for this machine, or for a key of ANNALIST_API_KEYS as Bearer token.");
    }
    return c.body(await metrics.read(), 200, { "content-type": metrics.contentType, "cache-control": "no-store" });
  };
}
