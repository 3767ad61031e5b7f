import type { Manifest } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 over a manifest without its checksum, as JSON without white space, keys in the order in which they stand. */
export async function manifestChecksum({
  checksum: _,
  ...rest
}: Omit<Manifest, "checksum"> & { readonly checksum?: string }) {
  return sha256(new TextEncoder().encode(JSON.stringify(rest)));
}
