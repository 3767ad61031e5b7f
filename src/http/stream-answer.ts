import type { Answer } from "../domain/answer.ts";
import { type AnswerEvent, answerEvents } from "../domain/answer-event.ts";
import { problemOf } from "./error-response.ts";

export interface AnswerStreamOptions {
  /** Starts the work; its signal aborts when the caller leaves. */
  readonly ask: (signal: AbortSignal) => Promise<Answer>;
  readonly signal: AbortSignal;
  /** Milliseconds between comment lines, which keep proxies from closing a silent connection. Default 15,000. */
  readonly heartbeatMs?: number;
  /** Told of a failure that the caller sees as `answer-error`. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * An answer as server-sent events: a comment at once, then one JSON object a `data:` line. A failure becomes `answer-error`,
 * since the status has gone out by then. Each write waits until the reader has taken the one before.
 */
export function streamAnswer({ ask, signal, heartbeatMs = 15_000, onFailure }: AnswerStreamOptions): Response {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const readerLeft = new AbortController();
  writer.closed.catch((reason: unknown) => readerLeft.abort(reason));
  const callerLeft = AbortSignal.any([signal, readerLeft.signal]);
  const encoder = new TextEncoder();
  const write = (text: string) => writer.write(encoder.encode(text));

  const collectEvents = async (): Promise<readonly AnswerEvent[]> => {
    try {
      callerLeft.throwIfAborted();
      return [...answerEvents(await ask(callerLeft))];
    } catch (error) {
      if (callerLeft.aborted) return [];
      onFailure?.(error);
      const { type, title, detail } = problemOf(error);
      return [{ type: "answer-error", error: { type, title, detail } }];
    }
  };

  const send = async () => {
    const heartbeat = setInterval(() => {
      if ((writer.desiredSize ?? 0) > 0) write(": still here\n\n").catch(() => undefined);
    }, heartbeatMs);
    try {
      await write(": answering\n\n");
      for (const event of await collectEvents()) await write(`data: ${JSON.stringify(event)}\n\n`);
      await writer.close();
    } finally {
      clearInterval(heartbeat);
    }
  };

  // A write fails only because the caller left: nobody is there to be told.
  send().catch(() => undefined);
  return new Response(readable, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}
