import type { Assistant } from "../domain/assistant.ts";
import { IndexError } from "../domain/errors.ts";
import type { AppOptions } from "./app-options.ts";

/** The assistant of the generation served now. Throws `index_missing`, which becomes 503, while there is none. */
export function requireAssistant({ assistant }: Pick<AppOptions, "assistant">): Assistant {
  const current = assistant();
  if (current === null) {
    throw new IndexError("No index is open; build one with `npm run ingest`.", null, { code: "index_missing" });
  }
  return current;
}
