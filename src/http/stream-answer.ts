import type { Answer } from "../domain/answer.ts";
import type { AnswerFormat } from "./answer-format.ts";
import { problemOf } from "./error-response.ts";

export interface AnswerStreamOptions {
  /** Starts the work; its signal aborts when the caller leaves. */
  readonly ask: (signal: AbortSignal) => Promise<Answer>;
  readonly signal: AbortSignal;
  /** The protocol that the caller speaks. */
  readonly format: AnswerFormat;
  /** Milliseconds between comment lines, which keep proxies from closing a silent connection. Default 15,000. */
  readonly heartbeatMs?: number;
  /** Told of a failure that the caller sees as the last event. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * An answer as server-sent events: a comment at once, then one JSON value a `data:` line. A failure becomes an event as well,
 * since the status has gone out by then. Each write waits until the reader has taken the one before.
 */
export function streamAnswer({ ask, signal, format, heartbeatMs = 15_000, onFailure }: AnswerStreamOptions): Response {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const readerLeft = new AbortController();
  writer.closed.catch((reason: unknown) => readerLeft.abort(reason));
  const callerLeft = AbortSignal.any([signal, readerLeft.signal]);
  const encoder = new TextEncoder();
  const write = (text: string) => writer.write(encoder.encode(text));

  const collectEvents = async (): Promise<readonly string[]> => {
    try {
      callerLeft.throwIfAborted();
      return dataOf(format.answer(await ask(callerLeft)), format);
    } catch (error) {
      if (callerLeft.aborted) return [];
      onFailure?.(error);
      return dataOf(format.failure(problemOf(error)), format);
    }
  };

  const send = async () => {
    const heartbeat = setInterval(() => {
      if ((writer.desiredSize ?? 0) > 0) write(": still here\n\n").catch(() => undefined);
    }, heartbeatMs);
    try {
      await write(": answering\n\n");
      for (const data of await collectEvents()) await write(`data: ${data}\n\n`);
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
      ...format.headers,
    },
  });
}

function dataOf(events: Iterable<unknown>, { terminator }: AnswerFormat): readonly string[] {
  const data = Array.from(events, (event) => JSON.stringify(event));
  return terminator === undefined ? data : [...data, terminator];
}
