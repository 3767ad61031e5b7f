import { damagedFile } from "./damaged-file.ts";
import { manifestFile } from "./generation-files.ts";
import type { Manifest } from "./manifest.ts";
import { manifestChecksum } from "./manifest-checksum.ts";
import { parseManifest } from "./manifest-schema.ts";

/** The bytes of manifest.json -> a `Manifest` whose checksum is right; an `IndexError` as `parseManifest` throws it. */
export async function openManifest(bytes: Uint8Array, file: string = manifestFile): Promise<Manifest> {
  const manifest = parseManifest(bytes, file);
  const found = await manifestChecksum(manifest);
  if (found !== manifest.checksum) throw damagedFile(file, `contents of checksum ${found}`, manifest.checksum);
  return manifest;
}
