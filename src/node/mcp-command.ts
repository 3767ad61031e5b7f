import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { problemOf } from "../http/error-response.ts";
import { createMcpServer, createTools } from "../mcp/create-mcp-server.ts";
import { countOpenRequests } from "./count-open-requests.ts";
import { followGeneration } from "./follow-generation.ts";
import { createAssistantOpener } from "./open-assistant.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** Bytes of one message: the 64 KiB of an HTTP body, with room for what escapes make longer. */
const maxMessageBytes = 1024 * 1024;

export interface McpCommandOptions {
  readonly input: Readable;
  /** Takes messages of the protocol and nothing else. */
  readonly output: Writable;
  /** Ends the server. */
  readonly signal: AbortSignal;
}

/** Serves the index over the Model Context Protocol on standard input and output until the input ends. */
export async function runMcp(
  settings: Settings,
  { input, output, signal }: McpCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const followed = await followGeneration(settings.indexDir, {
    open: await createAssistantOpener(settings, terminal.warn),
    onMove: (generation) => terminal.warn(`now serving generation ${generation}`),
    onProblem: terminal.warn,
  });
  const server = createMcpServer(createTools(), {
    assistant: followed.assistant,
    signal,
    explainFailure: (error) => {
      const { status, detail } = problemOf(error);
      if (status >= 500) terminal.warn(error instanceof Error ? error.message : String(error));
      return detail;
    },
  });
  server.onerror = (error) => terminal.warn(`a message was not understood: ${error.message.slice(0, 200)}`);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: maxMessageBytes });
  await server.connect(transport);
  const allAnswered = countOpenRequests(transport);
  await new Promise<void>((resolve) => {
    server.onclose = resolve;
    input.once("end", () => void allAnswered().then(resolve));
    // The client has gone without closing its end.
    output.once("error", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  followed.close();
  await server.close();
  return 0;
}
