import type { Manifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/** What stands at the end of manifest.json, behind the bytes that the checksum is of. */
export const checksumLine = /,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/u;

/** A manifest as its file: JSON with a line for each document, and last the SHA-256 of all bytes before that line. */
export async function encodeManifest({ documents, ...rest }: Manifest): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const opened = JSON.stringify(rest, null, 2).replace(/\n\}$/u, "");
  const lines = documents.map((document) => `    ${JSON.stringify(document)}`).join(",\n");
  const body = `${opened},\n  "documents": [\n${lines}\n  ]`;
  const checksum = await sha256(encoder.encode(body));
  return encoder.encode(`${body},\n  "checksum": "${checksum}"\n}\n`);
}
