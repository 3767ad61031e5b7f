import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage, RequestId } from "@modelcontextprotocol/sdk/types.js";

/**
 * Counts the requests of a connected transport that have no response yet, and returns what resolves once there is none:
 * an input that has ended, as a pipe's does, still wants its answers. A request that was cancelled gets none.
 */
export function countOpenRequests(transport: Transport): () => Promise<void> {
  const open = new Set<RequestId>();
  let onNone: (() => void) | null = null;
  const { onmessage } = transport;
  const send = transport.send.bind(transport);
  const close = (id: unknown) => {
    open.delete(id as RequestId);
    if (open.size === 0) onNone?.();
  };
  transport.onmessage = (message: JSONRPCMessage, extra) => {
    if ("method" in message && "id" in message) open.add(message.id);
    if ("method" in message && message.method === "notifications/cancelled") close(message.params?.requestId);
    onmessage?.(message, extra);
  };
  transport.send = async (message, options) => {
    await send(message, options);
    if (!("method" in message)) close(message.id);
  };
  return () =>
    new Promise((resolve) => {
      onNone = resolve;
      if (open.size === 0) resolve();
    });
}
