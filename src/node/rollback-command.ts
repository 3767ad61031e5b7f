import { join } from "node:path";
import { IndexError } from "../domain/errors.ts";
import { generationFolder } from "../search-index/generation-name.ts";
import { currentName, replaceCurrent } from "./current-generation.ts";
import { previousName } from "./index-leftovers.ts";
import { withIndexLock } from "./index-lock.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { verifyPublication } from "./verify-publication.ts";

/** `annalist rollback`: makes the generation before the current one current again; servers move to it. */
export async function runRollback({ indexDir }: Pick<Settings, "indexDir">, terminal: Terminal): Promise<number> {
  const { from, to } = await rollBack(indexDir);
  if (terminal.json) terminal.write(JSON.stringify({ event: "rolled-back", from, to }));
  else {
    terminal.write(`Generation ${to} is current again, in place of ${from ?? "a damaged one"}.`);
    terminal.write("The next npm run ingest builds the corpus as it is then.");
  }
  return 0;
}

/**
 * Moves CURRENT to the newest generation before it, once that one has passed its check. The generation that was left stays
 * until the next publication. Throws an `IndexError` where there is none to go back to, or where it is damaged.
 */
export async function rollBack(
  indexDir: string,
  storage: IndexStorage = diskStorage,
): Promise<{ readonly from: string | null; readonly to: string }> {
  return withIndexLock(
    indexDir,
    async () => {
      const from = await readableName(indexDir);
      const to = await previousName(indexDir, from, storage);
      if (to === null) {
        throw new IndexError(
          `there is no generation before ${from ?? "the current one"} in ${indexDir}: one is kept from the second publication on`,
          indexDir,
        );
      }
      const verdict = await verifyPublication(join(indexDir, generationFolder(to)), to);
      if (verdict !== null) {
        throw new IndexError(
          `generation ${to} is not made current: ${verdict.reason}; build the index again with: npm run ingest`,
          join(indexDir, generationFolder(to)),
        );
      }
      await replaceCurrent(indexDir, to, storage);
      return { from, to };
    },
    { storage },
  );
}

/** Null where CURRENT is damaged or missing: the newest generation is then the one to go back to. */
async function readableName(indexDir: string): Promise<string | null> {
  try {
    return await currentName(indexDir);
  } catch (cause) {
    if (cause instanceof IndexError) return null;
    throw cause;
  }
}
