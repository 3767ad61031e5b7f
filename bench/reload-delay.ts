import { strict as assert } from "node:assert";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { percentile } from "../eval/statistics.ts";
import { createExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import { createAssistant } from "../src/ask.ts";
import type { Embedder } from "../src/embedding/embedder.ts";
import type { WordTable } from "../src/embedding/word-table.ts";
import { replaceCurrent } from "../src/node/current-generation.ts";
import { followGeneration } from "../src/node/follow-generation.ts";
import { diskStorage } from "../src/node/index-storage.ts";
import { loadWeights } from "../src/node/open-assistant.ts";
import { openGeneration } from "../src/node/open-generation.ts";
import { publishGeneration } from "../src/node/publish-generation.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { inventContent } from "./invented-content.ts";

export interface ReloadOptions {
  /** An empty folder. */
  readonly indexDir: string;
  readonly modelsDir: string;
  readonly embedder: Embedder;
  readonly table: WordTable;
  readonly chunks: number;
}

const reloads = 7;

/**
 * How long a server answers nobody while it moves to another generation: the longest delay of its event loop during one
 * move, the median of several, at a resolution of 1 ms. Asserts that it moved each time.
 */
export async function benchReloadDelay({
  indexDir,
  modelsDir,
  embedder,
  table,
  chunks,
}: ReloadOptions): Promise<BenchmarkResult> {
  const content = await inventContent(chunks, embedder);
  const { name: first } = await publishGeneration(indexDir, { ...content, corpusHash: "first" });
  const { name: second } = await publishGeneration(indexDir, { ...content, corpusHash: "second" });
  const weights = await loadWeights(modelsDir);
  const answerer = createExtractiveAnswerer();
  const open = async () => {
    const generation = await openGeneration(indexDir, { embedder });
    return createAssistant({ ...weights, generation, embedder, table, answerer });
  };
  const followed = await followGeneration(indexDir, { open });
  await followed.look();
  const delays: number[] = [];
  for (let reload = 0; reload < reloads; reload++) {
    const name = reload % 2 === 0 ? first : second;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await replaceCurrent(indexDir, name, diskStorage);
    await followed.look();
    delay.disable();
    assert.equal(followed.assistant().generation, name, `generation ${name} is not served`);
    delays.push(delay.max / 1e6);
  }
  followed.close();
  const ours = percentile(delays, 0.5) ?? 0;
  return { name: `reload of ${chunks} chunks, longest delay of the event loop`, unit: "ms", ours, peer: null };
}
