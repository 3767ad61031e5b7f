import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { RequestError } from "../domain/errors.ts";
import { createMcpServer, createTools, type McpServerOptions } from "./create-mcp-server.ts";

/** One `POST` of the protocol; its body was read and parsed already. */
export interface McpExchange extends McpServerOptions {
  readonly request: Request;
  readonly body: unknown;
}

/**
 * Makes what answers a `POST` over streamable HTTP, without sessions: each request has a server of its own, which is gone
 * with the response, a JSON body. Throws a `RequestError` for what is no message of the protocol.
 */
export function createMcpHandler(): (exchange: McpExchange) => Promise<Response> {
  const tools = createTools();
  return async ({ request, body, ...options }) => {
    // Revisions since 2025-06-18 have no batches, and one request would be as much work as a hundred.
    if (Array.isArray(body)) throw new RequestError(400, "The body is a batch; send one JSON-RPC message at a time.");
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = createMcpServer(tools, options);
    await server.connect(transport);
    try {
      const response = await transport.handleRequest(request, { parsedBody: body });
      return response.ok ? response : await refuse(response);
    } finally {
      await server.close();
    }
  };
}

/** What the transport refuses, as every other route would: the protocol leaves the body of a refusal open. */
async function refuse(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => null);
  const message: unknown = Object(Object(body).error).message;
  const words = typeof message === "string" ? message : "The request is none of the Model Context Protocol";
  throw new RequestError(response.status, `${words.replace(/\.$/u, "")}.`);
}
