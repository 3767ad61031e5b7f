import type { AppHandler, AppOptions } from "./app-options.ts";
import { problemOf } from "./error-response.ts";
import { readBody } from "./read-body.ts";
import { requireAssistant } from "./require-assistant.ts";

/**
 * `POST /mcp`: one message of the Model Context Protocol -> its response, over streamable HTTP without sessions. The body
 * is read within the limits of every other route; a tool's failure is told in the words of a problem's `detail`.
 */
export function mcpRoute(
  answer: NonNullable<AppOptions["mcp"]>,
  options: Pick<AppOptions, "assistant" | "log">,
): AppHandler {
  return async (c) => {
    const { raw: request, method, path } = c.req;
    const requestId = c.get("requestId");
    const body = await readBody(request);
    const assistant = requireAssistant(options);
    const explainFailure = (error: unknown) => {
      const { status, detail } = problemOf(error);
      if (status >= 500) options.log?.({ requestId, method, path, status, durationMs: 0, error });
      return detail;
    };
    const response = await answer({
      request,
      body,
      assistant: () => assistant,
      explainFailure,
      signal: request.signal,
    });
    response.headers.set("cache-control", "no-store");
    return response;
  };
}
