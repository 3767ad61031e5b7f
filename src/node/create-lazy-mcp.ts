import type { AppOptions } from "../http/app-options.ts";

/** What answers `POST /mcp`; its libraries, 100 ms of them, are loaded with the first message. */
export function createLazyMcp(): NonNullable<AppOptions["mcp"]> {
  let handler: Promise<NonNullable<AppOptions["mcp"]>> | null = null;
  return async (exchange) => {
    handler ??= import("../mcp/create-mcp-handler.ts").then(({ createMcpHandler }) => createMcpHandler());
    return (await handler)(exchange);
  };
}
