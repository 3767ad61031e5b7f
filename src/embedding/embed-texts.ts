import { AnnalistError } from "../domain/errors.ts";
import type { Embedder } from "./embedder.ts";

export interface EmbedTextsOptions {
  readonly embedder: Embedder;
  /** The vector of a text that was embedded before, else null. Default: none is known. */
  readonly known?: (text: string) => Float32Array | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

const batchSize = 256;

/**
 * Texts -> one matrix, row i of `embedder.dimension` elements for text i. Each text that is not known is embedded once,
 * however often it occurs; `embedded` counts those.
 */
export async function embedTexts(
  texts: readonly string[],
  { embedder, known = () => null, signal, onProgress = () => {} }: EmbedTextsOptions,
): Promise<{ readonly vectors: Float32Array; readonly embedded: number }> {
  const { dimension } = embedder;
  const vectors = new Float32Array(texts.length * dimension);
  const missing = new Map<string, number[]>();
  for (const [row, text] of texts.entries()) {
    const vector = known(text);
    if (vector !== null) vectors.set(vector, row * dimension);
    else missing.set(text, [...(missing.get(text) ?? []), row]);
  }
  const waiting = [...missing];
  for (let from = 0; from < waiting.length; from += batchSize) {
    if (signal?.aborted) throw new AnnalistError("aborted", "Embedding was cancelled.");
    const batch = waiting.slice(from, from + batchSize);
    const embedded = await embedder.embed(
      batch.map(([text]) => text),
      signal,
    );
    for (const [index, [, rows]] of batch.entries()) {
      for (const row of rows) vectors.set(embedded[index] as Float32Array, row * dimension);
    }
    onProgress(from + batch.length, waiting.length);
  }
  return { vectors, embedded: waiting.length };
}
