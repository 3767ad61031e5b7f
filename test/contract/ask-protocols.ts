import { Client as McpClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { DefaultChatTransport, readUIMessageStream } from "ai";
import OpenAI from "openai";
import { ask, streamAnswer } from "../../src/client/ask-client.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Citation } from "../../src/domain/citation.ts";
import type { AskRequest } from "../../src/domain/question.ts";
import { answerSchema } from "../../src/http/response-schema.ts";
import { collect } from "../client/collect.ts";
import { type ChatMessage, textOf } from "../http/plain-chat.ts";

/** What every protocol has to tell alike. */
export interface ToldAnswer {
  readonly text: string;
  readonly citations: readonly Pick<Citation, "marker" | "documentId" | "start" | "end" | "quote">[];
}

export type Asked = Pick<AskRequest, "question" | "history">;

/** One protocol, spoken by the client that people use for it. */
export interface Protocol {
  readonly name: string;
  readonly ask: (asked: Asked) => Promise<ToldAnswer>;
  readonly close?: () => Promise<void>;
}

/** Connects a client of each protocol to the server at `url`. */
export async function connectProtocols(url: string): Promise<readonly Protocol[]> {
  const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: "none", maxRetries: 0 });
  return [
    { name: "/ask as JSON", ask: async (asked) => toldBy(await ask(url, asked)) },
    { name: "/ask as server-sent events", ask: (asked) => askEvents(url, asked) },
    { name: "/chat", ask: (asked) => askChat(url, asked) },
    { name: "/v1", ask: (asked) => askCompletion(openai, asked) },
    { name: "/v1, streamed", ask: (asked) => askCompletionStream(openai, asked) },
    await connectMcp(url),
  ];
}

/** The text from the deltas and the citations from their events, not from the whole answer at the end. */
async function askEvents(url: string, asked: Asked): Promise<ToldAnswer> {
  const events = await collect(streamAnswer(url, asked));
  return {
    text: events.flatMap((event) => (event.type === "text-delta" ? [event.delta] : [])).join(""),
    citations: events.flatMap((event) => (event.type === "citation" ? [placeOf(event.citation)] : [])),
  };
}

async function askChat(url: string, { question, history }: Asked): Promise<ToldAnswer> {
  const transport = new DefaultChatTransport<ChatMessage>({ api: `${url}/chat` });
  const turns = [...history, { role: "user" as const, content: question }];
  const stream = await transport.sendMessages({
    chatId: "chat",
    messages: turns.map(({ role, content }, index) => ({
      id: `message_${index}`,
      role,
      parts: [{ type: "text", text: content }],
    })),
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
  });
  const message = (await collect(readUIMessageStream<ChatMessage>({ stream, terminateOnError: true }))).at(-1);
  if (message === undefined) throw new Error("/chat told nothing");
  return {
    text: textOf(message),
    citations: message.parts.flatMap((part) =>
      part.type === "source-document" ? [placeOf(part.providerMetadata?.annalist as unknown as Citation)] : [],
    ),
  };
}

async function askCompletion(openai: OpenAI, asked: Asked): Promise<ToldAnswer> {
  const completion = await openai.chat.completions.create({ model: "annalist", messages: messagesOf(asked) });
  return toldByMessage(completion.choices[0]?.message);
}

async function askCompletionStream(openai: OpenAI, asked: Asked): Promise<ToldAnswer> {
  const stream = openai.chat.completions.stream({ model: "annalist", messages: messagesOf(asked) });
  return toldByMessage((await stream.finalChatCompletion()).choices[0]?.message);
}

async function connectMcp(url: string): Promise<Protocol> {
  const client = new McpClient({ name: "test", version: "1.0.0" });
  // The SDK's own transport doesn't fit its `Transport` under exactOptionalPropertyTypes.
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)) as Parameters<McpClient["connect"]>[0]);
  return {
    name: "/mcp",
    ask: async ({ question, history }) => {
      const result = await client.callTool({ name: "ask", arguments: { question, history } });
      return toldBy(answerSchema.parse(result.structuredContent));
    },
    close: () => client.close(),
  };
}

function messagesOf({ question, history }: Asked) {
  return [...history, { role: "user" as const, content: question }];
}

function toldByMessage(message: OpenAI.Chat.ChatCompletionMessage | undefined): ToldAnswer {
  if (message === undefined) throw new Error("a completion without a message");
  return {
    text: message.content ?? "",
    citations: (message.annotations ?? []).map(({ url_citation }) => {
      const { document_id, ...place } = url_citation as unknown as Citation & { readonly document_id: string };
      return placeOf({ ...place, documentId: document_id });
    }),
  };
}

function toldBy({ answer, citations }: Answer): ToldAnswer {
  return { text: answer, citations: citations.map(placeOf) };
}

function placeOf({ marker, documentId, start, end, quote }: ToldAnswer["citations"][number]) {
  return { marker, documentId, start, end, quote };
}
