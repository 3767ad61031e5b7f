import { strict as assert } from "node:assert";
import type { SourceFile } from "../src/corpus/source-file.ts";
import type { Embedder } from "../src/embedding/embedder.ts";
import { ingest } from "../src/ingest.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { timeCalls } from "./time-calls.ts";

/**
 * Files to everything that an index holds, without writing it; the second of two runs. Asserts that both gave the same
 * chunks and that every sentence lies inside its chunk.
 */
export async function benchIngest(
  name: string,
  files: readonly SourceFile[],
  embedder: Embedder,
): Promise<BenchmarkResult> {
  const chunkIds: string[] = [];
  const [, ours = 0] = await timeCalls([1, 2], async () => {
    const { content } = await ingest(files, { embedder });
    assert.ok(content !== null && content.chunks.length > 0, `${name}: ingest made no chunk`);
    for (const { start, end, sentences } of content.chunks) {
      assert.ok(
        sentences.every((sentence) => start <= sentence.start && sentence.end <= end),
        `${name}: a sentence lies outside its chunk`,
      );
    }
    chunkIds.push(content.chunks.map(({ id }) => id).join("\n"));
  });
  assert.equal(chunkIds[0], chunkIds[1], `${name}: two runs made different chunks`);
  return { name: `${name}: ingest of ${files.length} files`, unit: "ms", ours, peer: null };
}
