import { open } from "node:fs/promises";
import { writeError } from "./write-error.ts";

/** Writes a whole file and waits until it is on the disk. Throws an `IndexError` that names the path. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    const file = await open(path, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw writeError(path, cause);
  }
}

/** Waits until a file that something else wrote, or a folder's list of names, is on the disk. */
export async function syncPath(path: string): Promise<void> {
  try {
    const file = await open(path, "r");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw writeError(path, cause);
  }
}
