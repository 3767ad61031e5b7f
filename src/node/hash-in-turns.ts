import { createHash } from "node:crypto";
import { createBreather } from "../search-index/breathe.ts";

const bytesAtOnce = 1 << 20;

/**
 * SHA-256 as 64 lower-case hex digits, with turns of the event loop between pieces. `crypto.subtle` hashes in another
 * thread, but copies the bytes in this one first: 45 ms for 64 MB, as long as hashing them takes here.
 */
export async function hashInTurns(bytes: Uint8Array): Promise<string> {
  const breathe = createBreather();
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    await breathe();
    hash.update(bytes.subarray(at, at + bytesAtOnce));
  }
  return hash.digest("hex");
}
