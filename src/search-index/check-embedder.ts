import { IndexError } from "../domain/errors.ts";
import { mendCommand } from "./damaged-file.ts";
import type { Manifest } from "./manifest.ts";

/** Throws an `IndexError` (`embedder_mismatch`) where questions would be embedded by another embedder than the chunks. */
export function checkEmbedder(built: Manifest["embedder"], set: Manifest["embedder"], file: string): void {
  if (built.id === set.id && built.dimension === set.dimension) return;
  throw new IndexError(
    `the index was built with the embedder ${name(built)}, but ${name(set)} is set: ` +
      `set the embedder that built it, or build the index again with: ${mendCommand}`,
    file,
    { code: "embedder_mismatch" },
  );
}

function name({ id, dimension }: Manifest["embedder"]): string {
  return `${id} (dimension ${dimension})`;
}
