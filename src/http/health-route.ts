import type { AppHandler } from "./app-options.ts";

/** `GET /health`: 200 as long as the process answers at all. */
export const healthRoute: AppHandler = (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" });
