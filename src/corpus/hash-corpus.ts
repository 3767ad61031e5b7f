import type { CorpusFile } from "./parsed-document.ts";

/** Raised whenever parsing, chunking or indexing changes what a generation holds. */
const ingestVersion = 2;

/**
 * SHA-256, lower-case hex, over what decides a generation: the files, the embedder and this program's ingest version.
 * Equal hashes mean that nothing need be built.
 */
export async function hashCorpus(files: readonly CorpusFile[], embedderId: string): Promise<string> {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const lines = await Promise.all(ordered.map(async ({ path, bytes }) => [path, await sha256(bytes)]));
  return sha256(new TextEncoder().encode(JSON.stringify({ ingestVersion, embedderId, files: lines })));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
