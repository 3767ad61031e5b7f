import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Answer } from "../../src/domain/answer.ts";
import { type AnswerEvent, answerEvents } from "../../src/domain/answer-event.ts";
import type { Feedback } from "../../src/domain/feedback.ts";
import type { AskRequest } from "../../src/domain/question.ts";

/** What the server does with one question; `gate` opens when the test calls `release`. */
export type Script = (exchange: { readonly response: ServerResponse; readonly gate: Promise<void> }) => Promise<void>;

export interface Page {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on the loopback that plays scripts: streams that break, stall or carry hostile text, which the real one never sends. */
export interface PageServer {
  readonly origin: string;
  /** Bodies of the requests to `/ask`, oldest first. */
  readonly asked: readonly AskRequest[];
  /** Bodies of the requests to `/feedback`, oldest first. */
  readonly feedback: readonly Feedback[];
  /** Sets what happens to the questions that come next. */
  play(script: Script): void;
  /** Lets the running script go on behind its gate. */
  release(): void;
  /** Resolves when the browser has closed the connection of the current `/ask` early. */
  readonly hungUp: () => Promise<void>;
  close(): Promise<void>;
}

/** `files` are served by path; each is a page, or a text with its media type. */
export async function startPageServer(files: ReadonlyMap<string, Page>): Promise<PageServer> {
  const asked: AskRequest[] = [];
  const feedback: Feedback[] = [];
  let script: Script = async ({ response }) => void response.writeHead(404).end();
  let gate = Promise.withResolvers<void>();
  let hungUp = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    if (request.url === "/ask" && request.method === "POST") void answerQuestion(request, response);
    else if (request.url === "/feedback" && !files.has("/feedback")) void keepFeedback(request, response);
    else serveFile(files.get(request.url ?? ""), response);
  });

  async function keepFeedback(request: IncomingMessage, response: ServerResponse): Promise<void> {
    feedback.push((await json(request)) as Feedback);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ stored: true }));
  }

  async function answerQuestion(request: IncomingMessage, response: ServerResponse): Promise<void> {
    gate = Promise.withResolvers();
    hungUp = Promise.withResolvers();
    response.on("close", () => {
      if (!response.writableFinished) hungUp.resolve();
    });
    asked.push((await json(request)) as AskRequest);
    await script({ response, gate: gate.promise });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    feedback,
    play(next) {
      script = next;
    },
    release: () => gate.resolve(),
    hungUp: () => hungUp.promise,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serveFile(page: Page | undefined, response: ServerResponse): void {
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
}

/** The whole answer as one stream. */
export function answering(answer: Answer): Script {
  return async ({ response }) => {
    startStream(response);
    for (const event of answerEvents(answer)) send(response, event);
    response.end();
  };
}

/** Sends the first `count` events, waits at the gate, then sends the rest. */
export function answeringSlowly(answer: Answer, count: number): Script {
  return async ({ response, gate }) => {
    startStream(response);
    const events = [...answerEvents(answer)];
    for (const event of events.slice(0, count)) send(response, event);
    await gate;
    for (const event of events.slice(count)) send(response, event);
    response.end();
  };
}

/** Sends the first `count` events, then drops the connection. */
export function cuttingOff(answer: Answer, count: number): Script {
  return async ({ response, gate }) => {
    startStream(response);
    for (const event of [...answerEvents(answer)].slice(0, count)) send(response, event);
    await gate;
    response.destroy();
  };
}

/** Sends one event, complete or not. */
export function failing(event: AnswerEvent): Script {
  return async ({ response }) => {
    startStream(response);
    send(response, event);
    response.end();
  };
}

/** Refuses with problem+json. */
export function refusing(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Script {
  return async ({ response }) => {
    response.writeHead(status, { "content-type": "application/problem+json", ...headers });
    response.end(JSON.stringify({ type: "about:blank", title: "Refused", status, detail }));
  };
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": open\n\n");
}

function send(response: ServerResponse, event: AnswerEvent): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}
