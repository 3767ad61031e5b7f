import type { AppHandler, AppOptions } from "./app-options.ts";
import { requireAssistant } from "./require-assistant.ts";

/** `GET /ready`: 200 with what is served, 503 while no index is open. */
export function readyRoute(options: Pick<AppOptions, "assistant">): AppHandler {
  return (c) => {
    const { generation, embedder, answerer } = requireAssistant(options);
    return c.json({ status: "ready", generation, embedder, answerer }, 200, { "cache-control": "no-store" });
  };
}
