import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DefaultChatTransport } from "ai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createApp } from "../../src/http/create-app.ts";
import { createMcpHandler } from "../../src/mcp/create-mcp-handler.ts";
import { type RunningServer, startServer } from "../../src/node/serve.ts";
import { buildAssistant } from "../build-generation.ts";
import { PlainChat, textOf } from "../http/plain-chat.ts";
import { type Asked, connectProtocols, type Protocol } from "./ask-protocols.ts";

const root = join(import.meta.dirname, "../..");
const chronicle = "beijing-tianjin-hebei-chronicle.txt";
const casesPerKind = 5;

interface Case extends Partial<Asked> {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
}

/** Spread over each kind of the evaluation's questions, follow-ups with their history among them. */
const cases: readonly Case[] = [...Map.groupBy(readCases(), ({ kind }) => kind).values()].flatMap((ofKind) =>
  Array.from(
    { length: casesPerKind },
    (_, index) => ofKind[Math.floor((index * ofKind.length) / casesPerKind)] as Case,
  ),
);

let assistant: Assistant;
let server: RunningServer;
let protocols: readonly Protocol[];

beforeAll(async () => {
  assistant = await buildAssistant({ [chronicle]: readFileSync(join(root, "corpus", chronicle), "utf8") });
  const app = createApp({
    assistant: () => assistant,
    assets: { read: async () => null },
    allowedOrigins: [],
    mcp: createMcpHandler(),
  });
  server = await startServer({ app, host: "127.0.0.1", port: 0, closeGraceMs: 0 });
  protocols = await connectProtocols(server.url);
});

afterAll(async () => {
  await Promise.all(protocols.map(({ close }) => close?.()));
  await server.close();
});

describe("one answer, the same over every protocol", () => {
  it("is asked of enough questions, of every kind", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
    expect(cases.filter(({ history = [] }) => history.length > 0).length).toBeGreaterThanOrEqual(casesPerKind);
  });

  it.each(cases)("$id: $question", async ({ question, history = [] }) => {
    const { answer, citations } = await assistant.ask({ question, history, limit: 8 });
    const places = citations.map(({ marker, documentId, start, end, quote }) => ({
      marker,
      documentId,
      start,
      end,
      quote,
    }));
    const told = await Promise.all(
      protocols.map(async ({ name, ask }) => ({ name, ...(await ask({ question, history })) })),
    );
    expect(told).toEqual(protocols.map(({ name }) => ({ name, text: answer, citations: places })));
  });

  it("some of the answers cite and some don't", async () => {
    const answers = await Promise.all(
      cases.map(({ question, history = [] }) => assistant.ask({ question, history, limit: 8 })),
    );
    expect(answers.filter(({ citations }) => citations.length > 0).length).toBeGreaterThan(10);
    expect(answers.filter(({ citations }) => citations.length === 0).length).toBeGreaterThan(3);
  });
});

it("a conversation in useChat goes on past 20 turns, though the client sends all of it every time", async () => {
  const chat = new PlainChat({ transport: new DefaultChatTransport({ api: `${server.url}/chat` }) });
  for (const { question } of cases.slice(0, 24)) {
    await chat.sendMessage({ text: question });
    expect([chat.status, chat.error?.message]).toEqual(["ready", undefined]);
  }
  expect(chat.messages).toHaveLength(48);
  expect(chat.messages.map(textOf)).not.toContain("");
});

function readCases(): Case[] {
  const lines = readFileSync(join(root, "eval/cases/chronicle.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}
