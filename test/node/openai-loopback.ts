import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as a service that speaks OpenAI's chat completions format sees it. */
export interface LoopbackRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: unknown } };
  };
}

/** What the service does next: says words, fails with a status, or takes the request and never answers. */
export type LoopbackReply =
  | { readonly content: string }
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | "hang";

export interface OpenAiLoopback {
  /** Up to and without `/chat/completions`. */
  readonly baseUrl: string;
  readonly requests: readonly LoopbackRequest[];
  close(): Promise<void>;
}

/** A service on a free port of 127.0.0.1. Each request takes the next reply; the last one is repeated. */
export async function startOpenAiLoopback(...replies: readonly LoopbackReply[]): Promise<OpenAiLoopback> {
  const requests: LoopbackRequest[] = [];
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      const reply = replies[Math.min(requests.length, replies.length - 1)] as LoopbackReply;
      requests.push(request);
      send(response, reply, request.body.model);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<LoopbackRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return {
    path: incoming.url ?? "",
    authorization: incoming.headers.authorization,
    body: JSON.parse(Buffer.concat(parts).toString("utf8")),
  };
}

function send(response: ServerResponse, reply: LoopbackReply, model: string): void {
  if (reply === "hang") return;
  if ("status" in reply) {
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers }).end(reply.body);
    return;
  }
  const completion = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 0,
    model,
    choices: [{ index: 0, message: { role: "assistant", content: reply.content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(completion));
}
