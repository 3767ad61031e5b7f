import { limits } from "../domain/limits.ts";

/**
 * Calls `onDone` once nothing more is made for a response: at once, or for server-sent events when their source ends or
 * their reader leaves. What a slow reader hasn't taken yet is kept for it, up to a bound: it holds its memory, not its place.
 */
export function holdUntilDone(response: Response, onDone: () => void): Response {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (!isStream || response.body === null) {
    onDone();
    return response;
  }
  const ahead = new ByteLengthQueuingStrategy({ highWaterMark: limits.streamAheadBytes });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, ahead);
  response.body.pipeTo(writable).then(onDone, onDone);
  return new Response(readable, response);
}
