import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError as UnreadableRequest } from "@hono/node-server";
import { ConfigurationError, RequestError } from "../domain/errors.ts";
import { errorResponse } from "../http/error-response.ts";
import { randomRequestId } from "../http/request-scope.ts";
import { refuseBrokenRequest } from "./refuse-broken-request.ts";

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no new connection, lets requests finish for the grace period, then cuts what is left. Safe to call twice. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Milliseconds that requests under way get when the server closes. Default 5,000. */
  readonly closeGraceMs?: number;
}

const maxConnections = 1024;

/** Node keeps a socket with slow headers for 90 s by default; these close it within 11 s. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };

/** What Node would answer on its own, without a word, is left to the listener: a missing `Host`, an unknown `Expect`. */
const ownAnswers = { requireHostHeader: false };

/** Serves an app over HTTP/1.1. Throws `ConfigurationError` where it can't listen, saying what to change. */
export async function startServer({ app, host, port, closeGraceMs = 5_000 }: ServerOptions): Promise<RunningServer> {
  const listener = getRequestListener((request) => app.fetch(request), { errorHandler: answerUnreadable });
  const server = createServer({ ...timeouts, ...ownAnswers }, listener);
  server.maxConnections = maxConnections;
  server.on("checkExpectation", listener);
  server.on("clientError", refuseBrokenRequest);
  await listen(server, host, port);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    close: () => {
      closing ??= closeGracefully(server, closeGraceMs);
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

function closeGracefully(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
