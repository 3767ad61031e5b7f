import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

export interface CloseOptions {
  /** Milliseconds that requests under way get. */
  readonly graceMs: number;
  /** Milliseconds between `onGraceOver` and the cut. */
  readonly noticeMs: number;
  /** Called when the grace period ends with requests under way: the last moment to tell their callers. */
  readonly onGraceOver: () => void;
}

/** A caller may have sent its next request just before it learns that this connection closes. */
const idleGraceMs = 250;
const lookMs = 50;

/** Follows the responses of a server; what it returns ends the server without cutting an answer that is in time. */
export function createServerCloser(server: Server): (options: CloseOptions) => Promise<void> {
  const underWay = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  let isClosing = false;
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // One that has never sent a byte counts as busy to Node, since its headers are awaited.
  const closeIdleConnections = () => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (isClosing) response.shouldKeepAlive = false;
  });

  return ({ graceMs, noticeMs, onGraceOver }) =>
    new Promise((resolve) => {
      isClosing = true;
      for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false;
      const startedAt = performance.now();
      const closeIdle = setInterval(() => {
        if (performance.now() - startedAt >= Math.min(idleGraceMs, graceMs)) closeIdleConnections();
      }, lookMs);
      const tell = setTimeout(onGraceOver, graceMs);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs + noticeMs);
      // Not the HTTP server's own `close`: that one drops idle connections at once, with the requests on their way to them.
      NetServer.prototype.close.call(server, () => {
        for (const timer of [closeIdle, tell, cut]) clearTimeout(timer);
        resolve();
      });
    });
}
