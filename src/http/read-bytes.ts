import { AnnalistError, RequestError } from "../domain/errors.ts";
import { limits } from "../domain/limits.ts";

/**
 * The bytes of a request's body, counted here: `Content-Length` may lie or be missing. Throws `RequestError` 413 as soon
 * as there are more than the limit, and `aborted` where the connection ends before the body does.
 */
export async function readBytes({ body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new AnnalistError("aborted", "The connection ended before the body was complete.", { cause });
    });
    if (done) return join(pieces, length);
    length += value.length;
    if (length > limits.bodyBytes) {
      await reader.cancel().catch(() => undefined);
      throw new RequestError(413, `The body is over ${limits.bodyBytes} bytes (64 KiB); send a shorter one.`);
    }
    pieces.push(value);
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
