/** Raised whenever parsing, chunking or indexing changes what a generation holds. */
export const ingestVersion = 3;

/** What decides how files are read, beside the files themselves. */
export interface IngestSettings {
  readonly version: number;
  readonly textColumn: string | null;
}

/**
 * SHA-256, lower-case hex, over what decides a generation: the files in the order of their paths, the embedder, how
 * files are read, and this program's ingest version. Equal hashes mean that nothing need be built.
 */
export async function hashCorpus(
  files: readonly { readonly path: string; readonly sha256: string }[],
  embedderId: string,
  settings: IngestSettings,
): Promise<string> {
  const listed = files.map(({ path, sha256 }) => [path, sha256]);
  return hashBytes(new TextEncoder().encode(JSON.stringify({ ...settings, embedderId, files: listed })));
}

/** SHA-256 of bytes (FIPS 180-4) as 64 lower-case hex digits. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
