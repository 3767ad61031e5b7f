import { readFile } from "node:fs/promises";
import { ConfigurationError } from "../domain/errors.ts";

/** Text of a file that an option names. Throws a `ConfigurationError` that names it. */
export async function readSettingsFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ConfigurationError([`${file} can't be read: ${(cause as Error).message}`]);
  }
}
