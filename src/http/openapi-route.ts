import type { AppHandler } from "./app-options.ts";
import { describeApi } from "./describe-api.ts";

/** `GET /openapi.json`: the API in OpenAPI 3.1. */
export const openApiRoute: AppHandler = (c) => c.json(describeApi(), 200, { "cache-control": "no-cache" });
