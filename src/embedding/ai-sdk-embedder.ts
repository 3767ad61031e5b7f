import type { EmbeddingModelV4 } from "@ai-sdk/provider";
import { ConfigurationError } from "../domain/errors.ts";
import type { Vector } from "../domain/vector.ts";
import { basisVector } from "./basis-vector.ts";
import { checkEmbeddings } from "./check-embeddings.ts";
import { embedBatch } from "./embed-batch.ts";
import type { Embedder } from "./embedder.ts";

export interface AiSdkEmbedderOptions {
  /** A model object; a bare name would go to a hosted gateway. */
  readonly model: EmbeddingModelV4;
  /** Such as `openai-compatible:text-embedding-3-small`: goes into manifests and error messages. */
  readonly id: string;
  /** What the model is known to give; when absent, one word is embedded to learn it. */
  readonly dimension?: number;
  /** Texts in one call, 1 or more; 64. Calls follow one another. */
  readonly batchSize?: number;
  /** After a failure that may pass, such as 429 or 503; 2. The pauses double from two seconds. */
  readonly maxRetries?: number;
  /** For one call and its retries together; 60,000. */
  readonly timeoutMs?: number;
}

/**
 * Any embedding model of the AI SDK as an `Embedder`. Every vector is checked (count, dimension, finite, not zero) and
 * scaled to unit length. A blank text is not sent, since services refuse it, and gets the first basis vector.
 * Both this function and `embed` throw a `ModelError` with code `embedder`, or one with code `aborted`.
 */
export async function createAiSdkEmbedder(options: AiSdkEmbedderOptions): Promise<Embedder> {
  const { model, id, batchSize = 64, maxRetries = 2, timeoutMs = 60_000 } = options;
  if (!(Number.isInteger(batchSize) && batchSize > 0)) {
    throw new ConfigurationError([`The batch size of ${id} is ${batchSize}; expected a whole number of 1 or more.`]);
  }
  const call = { model, id, maxRetries, timeoutMs };
  const dimension = options.dimension ?? (await learnDimension());

  async function learnDimension(): Promise<number> {
    const [probe] = checkEmbeddings(await embedBatch(call, ["dimension"]), { id, count: 1 });
    return (probe as Vector).length;
  }

  return {
    id,
    dimension,
    // Nothing in the interface tells a multilingual model; one that is not finds poor passages, and no wrong words.
    languages: "any",
    embed: async (texts, signal) => {
      const vectors = texts.map(() => basisVector(dimension));
      const filled = [...texts.keys()].filter((i) => (texts[i] as string).trim() !== "");
      for (let start = 0; start < filled.length; start += batchSize) {
        const batch = filled.slice(start, start + batchSize);
        const answered = await embedBatch(
          call,
          batch.map((i) => texts[i] as string),
          signal,
        );
        const checked = checkEmbeddings(answered, { id, count: batch.length, dimension });
        for (const [k, i] of batch.entries()) vectors[i] = checked[k] as Vector;
      }
      return vectors;
    },
  };
}
