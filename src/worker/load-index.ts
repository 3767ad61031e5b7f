import confidence from "../../models/confidence.json" with { type: "json" };
import ranker from "../../models/sentence-ranker.json" with { type: "json" };
import spanRanker from "../../models/span-ranker.json" with { type: "json" };
import type { ConfidenceWeights } from "../answering/confidence.ts";
import { createExtractiveAnswerer } from "../answering/extractive-answerer.ts";
import { createAssistant } from "../ask.ts";
import type { Assistant } from "../domain/assistant.ts";
import { IndexError } from "../domain/errors.ts";
import { createStaticEmbedder } from "../embedding/static-embedder.ts";
import { decodeThesaurus } from "../embedding/thesaurus.ts";
import { thesaurusFile } from "../embedding/thesaurus-layout.ts";
import { decodeWordTable } from "../embedding/word-table.ts";
import { wordTableFile } from "../embedding/word-table-layout.ts";
import type { RankerWeights } from "../retrieval/sentence-ranker.ts";
import { currentFile, generationFolder, parseCurrent } from "../search-index/generation-name.ts";
import { readGeneration } from "../search-index/read-generation.ts";
import type { AssetsBinding } from "./bindings.ts";
import { readAsset } from "./read-asset.ts";

/**
 * Opens the staged generation with the exact scan; null where no index was staged. Throws an `IndexError` where a file
 * is missing, damaged or made for another embedder.
 */
export async function loadIndex(assets: AssetsBinding): Promise<Assistant | null> {
  const current = await readAsset(assets, `index/${currentFile}`);
  if (current === null) return null;
  const name = parseCurrent(new TextDecoder().decode(current));
  // Staging has compared the table with its SHA-256; a second time would cost every cold start 12 MB of hashing.
  const thesaurus = decodeThesaurus(await readStaged(assets, `models/${thesaurusFile}`));
  const table = decodeWordTable(await readStaged(assets, `models/${wordTableFile}`));
  const embedder = createStaticEmbedder(table);
  const read = (file: string) => readStaged(assets, `index/${generationFolder(name)}/${file}`);
  const generation = await readGeneration({ name, read, embedder });
  return createAssistant({
    generation,
    embedder,
    table,
    thesaurus,
    ranker: ranker as unknown as RankerWeights,
    confidence: confidence as unknown as ConfidenceWeights,
    spanRanker,
    answerer: createExtractiveAnswerer(),
  });
}

async function readStaged(assets: AssetsBinding, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readAsset(assets, path);
  if (bytes !== null) return bytes;
  throw new IndexError(
    `${path} is missing among the Worker's assets; stage them again with: npm run worker:stage`,
    path,
  );
}
