import type { AppHandler, AppOptions } from "./app-options.ts";
import { describeApi } from "./describe-api.ts";

/** `GET /openapi.json`: the API in OpenAPI 3.1. */
export function openApiRoute(options: Pick<AppOptions, "mcp">): AppHandler {
  return (c) => c.json(describeApi(options), 200, { "cache-control": "no-cache" });
}
