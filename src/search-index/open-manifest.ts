import { damagedFile } from "./damaged-file.ts";
import { checksumLine } from "./encode-manifest.ts";
import { manifestFile } from "./generation-files.ts";
import type { Manifest } from "./manifest.ts";
import { parseManifest } from "./manifest-schema.ts";
import { sha256 } from "./sha256.ts";

const longestEnd = 100;

/** The bytes of manifest.json -> a `Manifest` whose checksum is right; an `IndexError` as `parseManifest` throws it. */
export async function openManifest(bytes: Uint8Array, file: string = manifestFile): Promise<Manifest> {
  const end = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - longestEnd)));
  const match = checksumLine.exec(end);
  // What is no manifest at all is better described by its fields.
  if (match === null) {
    parseManifest(bytes, file);
    throw damagedFile(file, "no checksum at its end", "one, as the last line");
  }
  const body = bytes.slice(0, bytes.length - match[0].length) as Uint8Array<ArrayBuffer>;
  const found = await sha256(body);
  if (found !== match[1]) throw damagedFile(file, `contents of SHA-256 ${found}`, String(match[1]));
  return parseManifest(bytes, file);
}
