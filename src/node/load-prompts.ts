import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Prompt, parsePrompt } from "../answering/prompt.ts";
import { ConfigurationError } from "../domain/errors.ts";

/** Reads `DIR/NAME.md`. Throws a `ConfigurationError` for a file that is missing, not UTF-8 or no prompt. */
export async function loadPrompt(dir: string, name: string): Promise<Prompt> {
  const file = join(dir, `${name}.md`);
  let markdown: string;
  try {
    markdown = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    const problem = `The prompt ${file} can't be read (${(cause as Error).message}): restore it from the repository`;
    throw new ConfigurationError([problem]);
  }
  return parsePrompt(markdown, name);
}
