import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Reads built files for the browser from a folder, `dist` of this repository by default; null for one that isn't built.
 * A file is read for each request, so that a new build is served without a restart.
 */
export function createWebAssets(folder: string = fileURLToPath(new URL("../../dist", import.meta.url))): {
  read(name: "widget.js"): Promise<Uint8Array | null>;
} {
  return {
    async read(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
  };
}
