import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import type { Assistant } from "../domain/assistant.ts";
import { createAskTool } from "./ask-tool.ts";
import { createReadDocumentTool } from "./read-document-tool.ts";
import { createSearchTool } from "./search-tool.ts";
import type { Tool } from "./tool.ts";

export interface McpServerOptions {
  /** The assistant of the generation served now; called once a tool's call. May throw. */
  readonly assistant: () => Assistant;
  /** The words for a failure that the caller may read; told every failure, to log it. */
  readonly explainFailure: (error: unknown) => string;
  /** Ends the work of every call. */
  readonly signal?: AbortSignal;
}

/** The tools, in the order in which they are listed. Made once and shared by every server. */
export function createTools(): readonly Tool[] {
  return [createAskTool(), createSearchTool(), createReadDocumentTool()];
}

const instructions =
  "Annalist answers questions about a fixed set of documents and proves each answer with exact sentences. Use ask for a " +
  "question, search to look around, read_document for the words around a citation. Keep the markers such as [1] when you " +
  "pass an answer on.";

/** Nothing is ever asked of the client, so that nothing it sends has to be checked against a schema of its own. */
const noValidator = {
  getValidator: () => {
    throw new Error("this server asks its client for nothing");
  },
};

/**
 * A server of the Model Context Protocol with these tools, not yet connected. A call that fails is a tool's result with
 * `isError` and words that say what to change, never an error of the protocol: models see the former alone.
 */
export function createMcpServer(tools: readonly Tool[], { assistant, explainFailure, signal }: McpServerOptions) {
  // The high-level McpServer words its own errors for arguments, and drops unknown ones in silence.
  const server = new Server(
    { name: "annalist", title: "Annalist", version: "0.1.0" },
    { capabilities: { tools: {} }, instructions, jsonSchemaValidator: noValidator },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describeTool) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) {
      const known = tools.map(({ name }) => name).join(", ");
      throw new McpError(ErrorCode.InvalidParams, `${JSON.stringify(params.name)} is no tool; expected ${known}`);
    }
    const stop = signal === undefined ? extra.signal : AbortSignal.any([signal, extra.signal]);
    try {
      stop.throwIfAborted();
      return await tool.call(assistant(), params.arguments, stop);
    } catch (error) {
      return { isError: true, content: [{ type: "text" as const, text: explainFailure(error) }] };
    }
  });
  return server;
}

function describeTool({ name, title, description, inputSchema }: Tool) {
  const annotations = { title, readOnlyHint: true, openWorldHint: false };
  return { name, title, description, inputSchema, annotations };
}
