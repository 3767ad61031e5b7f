import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError as UnreadableRequest } from "@hono/node-server";
import { ConfigurationError, RequestError } from "../domain/errors.ts";
import { limits } from "../domain/limits.ts";
import { errorResponse } from "../http/error-response.ts";
import { randomRequestId } from "../http/request-scope.ts";
import { createServerCloser } from "./close-server.ts";
import { refuseBrokenRequest } from "./refuse-broken-request.ts";

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no new connection, lets requests finish for the grace period, then warns and cuts what is left. Safe to call twice. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly app: { fetch(request: Request, env: { readonly remoteAddress?: string }): Response | Promise<Response> };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly maxConnections?: number;
  /** Milliseconds that requests under way get when the server closes, and how long before the cut `onGraceOver` is called. */
  readonly closeGraceMs?: number;
  readonly closeNoticeMs?: number;
  readonly onGraceOver?: () => void;
  /** Told of what was turned away before the app saw it. */
  readonly onRefuse?: (why: "unreadable" | "connections") => void;
}

/** Node keeps a socket with slow headers for 90 s by default; these close it within 16 s. */
const timeouts = {
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  connectionsCheckingInterval: limits.timeoutCheckMs,
};

/** What Node would answer on its own, without a word, is left to the listener: a missing `Host`, an unknown `Expect`. */
const ownAnswers = { requireHostHeader: false };

/** Serves an app over HTTP/1.1. Throws `ConfigurationError` where it can't listen, saying what to change. */
export async function startServer({ app, host, port, ...options }: ServerOptions): Promise<RunningServer> {
  const { maxConnections = limits.connections, onGraceOver = () => {}, onRefuse = () => {} } = options;
  const { closeGraceMs: graceMs = limits.closeGraceMs, closeNoticeMs: noticeMs = limits.closeNoticeMs } = options;
  const listener = getRequestListener(
    (request, { incoming }) => {
      const { remoteAddress } = incoming.socket;
      return app.fetch(request, remoteAddress === undefined ? {} : { remoteAddress });
    },
    { errorHandler: answerUnreadable },
  );
  const server = createServer({ ...timeouts, ...ownAnswers }, listener);
  server.maxConnections = maxConnections;
  server.timeout = limits.stalledSocketMs;
  server.on("checkExpectation", listener);
  server.on("drop", () => onRefuse("connections"));
  server.on("clientError", (error, socket) => {
    onRefuse("unreadable");
    void refuseBrokenRequest(error, socket);
  });
  const closeServer = createServerCloser(server);
  await listen(server, host, port);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    close: () => {
      closing ??= closeServer({ graceMs, noticeMs, onGraceOver });
      return closing;
    },
  };
}

/** A request line or `Host` that makes no URL never reaches the app; nothing else should. */
function answerUnreadable(error: unknown): Response {
  const isUnreadable = error instanceof UnreadableRequest;
  const shown = isUnreadable ? new RequestError(400, "The request line or the Host header makes no valid URL.") : error;
  return errorResponse(shown, randomRequestId());
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new ConfigurationError([
        `port ${port} is in use on ${host}; stop what listens there or use --port with another`,
      ]);
    case "EACCES":
      return new ConfigurationError([
        `port ${port} may not be opened by this user; use --port with one from 1024 to 65535`,
      ]);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ConfigurationError([`${host} is no address of this machine; use --host with one, such as 127.0.0.1`]);
    default:
      return error;
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
