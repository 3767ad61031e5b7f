import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "../domain/errors.ts";
import { errorResponse } from "../http/error-response.ts";
import { randomRequestId } from "../http/request-scope.ts";

/**
 * Answers bytes that Node could not parse as a request, or that took too long, with problem+json, and closes the connection.
 * Says nothing where a response has begun on it before: more bytes would end up inside that one.
 */
export async function refuseBrokenRequest(error: Error & { code?: string }, socket: Duplex): Promise<void> {
  if (!socket.writable || ("bytesWritten" in socket && socket.bytesWritten !== 0)) {
    socket.destroy();
    return;
  }
  const response = errorResponse(requestErrorOf(error.code), randomRequestId());
  const body = await response.text();
  const headers = {
    ...Object.fromEntries(response.headers),
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}\r\n${head.join("")}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function requestErrorOf(code: string | undefined): RequestError {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return new RequestError(431, "The headers are over 16 KiB; send shorter ones.");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new RequestError(
        408,
        "The request did not arrive in time; send its headers in 10 s and its body in 15 s.",
      );
    default:
      return new RequestError(400, "The connection carried something that is not an HTTP/1.1 request.");
  }
}
