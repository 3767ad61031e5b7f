import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../domain/errors.ts";
import { draftCases } from "./draft-cases.ts";
import { feedbackFile, parseFeedback } from "./feedback-file.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

/** `annalist feedback export`: what was kept of people's ratings -> draft evaluation cases, one JSON object a line. */
export async function runFeedback(
  { dataDir }: Pick<Settings, "dataDir">,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (words.length !== 1 || words[0] !== "export") {
    throw new ConfigurationError([`"${words.join(" ")}": expected annalist feedback export [--data DIR]`], "usage");
  }
  if (dataDir === null) {
    throw new ConfigurationError(
      ["no folder is named: expected --data DIR or ANNALIST_DATA, as the server has it"],
      "usage",
    );
  }
  const path = join(dataDir, feedbackFile);
  const { entries, torn } = parseFeedback(await readKept(path));
  for (const each of draftCases(entries)) terminal.write(escapeControls(JSON.stringify(each)));
  if (torn.length > 0) terminal.warn(`${path}: left out ${torn.length} lines that are no feedback: ${torn.join(", ")}`);
  return 0;
}

async function readKept(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw new ConfigurationError([`${path} can't be read: ${(cause as Error).message}`]);
  }
}

/** What could steer a terminal, as JSON escapes: shown as `?` it would no longer be what was said. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
