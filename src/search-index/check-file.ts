import { damagedFile } from "./damaged-file.ts";
import type { Manifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/** Throws an `IndexError` where a file has not the size and the SHA-256 that its manifest states. */
export async function checkFile(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  stated: Manifest["files"][string],
  hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string> = sha256,
): Promise<void> {
  if (bytes.length !== stated.bytes) throw damagedFile(file, `${bytes.length} bytes`, `${stated.bytes}`);
  const found = await hash(bytes);
  if (found !== stated.sha256) throw damagedFile(file, `SHA-256 ${found}`, stated.sha256);
}
