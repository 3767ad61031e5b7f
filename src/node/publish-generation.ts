import { join } from "node:path";
import { AnnalistError, IndexError } from "../domain/errors.ts";
import type { GenerationContent } from "../search-index/generation.ts";
import {
  currentFile,
  generationFolder,
  generationName,
  generationNumber,
  parseCurrent,
} from "../search-index/generation-name.ts";
import { replaceCurrent, soundManifest } from "./current-generation.ts";
import { keepGenerations, removeLeftovers, temporaryFolder } from "./index-leftovers.ts";
import { type IndexLock, withIndexLock } from "./index-lock.ts";
import { diskStorage, type IndexStorage } from "./index-storage.ts";
import { type WriteOptions, writeVerified } from "./write-generation.ts";

export interface PublishOptions extends WriteOptions {
  /** From `withIndexLock`, where the caller holds it already; otherwise it is taken here. */
  readonly lock?: IndexLock;
  /** The caller knows that the index does not hold this content, which takes reading all of it. Default false. */
  readonly isNew?: boolean;
}

export interface Publication {
  readonly name: string;
  /** False where the index held this corpus already. */
  readonly published: boolean;
  /** What a person should know: nothing to do, or why the exact scan serves; null otherwise. */
  readonly notice: string | null;
}

/**
 * THE PUBLISH GATE: content -> a new immutable generation that CURRENT names. It is written beside the others, synced,
 * opened in a process of its own and measured before it becomes visible; the previous generation stays, older ones go.
 * Where the graph does not pass, the exact scan takes its place. Throws an `IndexError`, or `aborted` where `signal`
 * says so before the new generation is current; readers then see what they saw.
 */
export async function publishGeneration(
  indexDir: string,
  content: GenerationContent,
  options: PublishOptions = {},
): Promise<Publication> {
  const { lock, storage = diskStorage, isNew = false, signal } = options;
  if (lock === undefined) {
    return withIndexLock(indexDir, (taken) => publishGeneration(indexDir, content, { ...options, lock: taken }), {
      storage,
    });
  }
  const previous = await usableCurrent(indexDir, storage);
  await removeLeftovers(indexDir, storage);
  const sound = isNew ? null : await soundManifest(indexDir, content.embedder);
  if (sound !== null && sound.manifest.corpusHash === content.corpusHash) {
    const notice = `nothing to publish: generation ${sound.name} holds this corpus already`;
    return { name: sound.name, published: false, notice };
  }
  const name = await nextName(indexDir, storage);
  const temporary = join(indexDir, temporaryFolder(name));
  const folder = join(indexDir, generationFolder(name));
  try {
    const notice = await writeVerified(temporary, { name, content }, options);
    if (signal?.aborted) throw new AnnalistError("aborted", "Publishing was cancelled.");
    await storage.move(temporary, folder);
    await storage.sync(indexDir);
    await replaceCurrent(indexDir, name, storage);
    await keepGenerations(indexDir, previous === null ? [name] : [name, previous], storage);
    return { name, published: true, notice };
  } catch (cause) {
    await removeUnpublished(indexDir, { name, temporary, folder }, storage);
    throw cause;
  }
}

/** What can't be removed stays for the next writer, which tries again: the failure that led here says more. */
async function removeUnpublished(
  indexDir: string,
  { name, temporary, folder }: { readonly name: string; readonly temporary: string; readonly folder: string },
  storage: IndexStorage,
): Promise<void> {
  try {
    await storage.remove(temporary);
    await storage.remove(join(indexDir, `${currentFile}.tmp`));
    if ((await usableCurrent(indexDir, storage)) !== name) await storage.remove(folder);
  } catch (cause) {
    if (!(cause instanceof IndexError)) throw cause;
  }
}

/** The name in CURRENT; null also where CURRENT holds something else, which publishing mends. */
async function usableCurrent(indexDir: string, storage: IndexStorage): Promise<string | null> {
  const bytes = await storage.read(join(indexDir, currentFile));
  try {
    return bytes === null ? null : parseCurrent(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (cause instanceof IndexError) return null;
    throw cause;
  }
}

/** One above every generation that is there, published or not: a name never stands for two contents. */
async function nextName(indexDir: string, storage: IndexStorage): Promise<string> {
  const numbers = (await storage.list(indexDir)).map((entry) => generationNumber(entry) ?? 0);
  return generationName(Math.max(0, ...numbers) + 1);
}
