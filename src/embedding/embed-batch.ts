import type { EmbeddingModelV4 } from "@ai-sdk/provider";
import { AnnalistError, ModelError } from "../domain/errors.ts";
import { describeModelFailure } from "./describe-model-failure.ts";

/** A model and how long to try; `id` names it in messages. */
export interface EmbeddingCall {
  readonly model: EmbeddingModelV4;
  readonly id: string;
  readonly maxRetries: number;
  readonly timeoutMs: number;
}

/**
 * One call of the model: texts -> whatever vectors it gives, unchecked. Throws a `ModelError` (code `embedder`) for a
 * failure or a time-out, an `AnnalistError` (code `aborted`) when `signal` is.
 */
export async function embedBatch(
  { model, id, maxRetries, timeoutMs }: EmbeddingCall,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  // Imported here: the AI SDK takes longer to load than everything else together, and most runs never need it.
  const { embedMany } = await import("ai");
  const timeout = AbortSignal.timeout(timeoutMs);
  const abortSignal = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  try {
    abortSignal.throwIfAborted();
    const { embeddings } = await embedMany({ model, values: [...texts], maxRetries, abortSignal });
    return embeddings;
  } catch (error) {
    if (signal?.aborted) throw new AnnalistError("aborted", `Embedding with ${id} was cancelled.`);
    const problem = timeout.aborted
      ? `no answer within ${timeoutMs} ms. Try again, or allow more time or smaller batches`
      : await describeModelFailure(error);
    // Without its cause: services repeat keys and texts in their answers, and loggers print causes.
    throw new ModelError(`${id} could not embed ${texts.length} texts: ${problem}.`, { code: "embedder" });
  }
}
