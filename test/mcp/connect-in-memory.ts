import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Assistant } from "../../src/domain/assistant.ts";
import { problemOf } from "../../src/http/error-response.ts";
import { createMcpServer, createTools } from "../../src/mcp/create-mcp-server.ts";

/** The SDK's own client, connected to a server over an assistant in this process. */
export async function connectInMemory(assistant: () => Assistant) {
  const failures: unknown[] = [];
  const explainFailure = (error: unknown) => {
    failures.push(error);
    return problemOf(error).detail;
  };
  const server = createMcpServer(createTools(), { assistant, explainFailure });
  const [here, there] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1" });
  await Promise.all([server.connect(there), client.connect(here)]);
  return {
    client,
    failures,
    call: async (name: string, given: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: given })) as CallToolResult,
    close: () => client.close(),
  };
}

/** The texts of a result, one by one. */
export function textsOf({ content }: CallToolResult): readonly string[] {
  return content.map((part) => (part.type === "text" ? part.text : part.type));
}
