import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { AnnalistError, ConfigurationError, ModelError } from "../domain/errors.ts";
import type { Vector } from "../domain/vector.ts";
import { basisVector } from "../embedding/basis-vector.ts";
import { checkEmbeddings } from "../embedding/check-embeddings.ts";
import type { Embedder } from "../embedding/embedder.ts";

export interface LangChainEmbedderOptions {
  readonly embeddings: EmbeddingsInterface;
  /** Such as `langchain:nomic-embed-text`: goes into manifests and error messages. */
  readonly id: string;
  /** What the model is known to give; when absent, one word is embedded to learn it. */
  readonly dimension?: number;
  /** Texts in one call, 1 or more; 64. Calls follow one another. */
  readonly batchSize?: number;
  /** ISO 639-1 codes of the languages that the model knows, or "any"; "any". */
  readonly languages?: Embedder["languages"];
}

/**
 * Any embeddings of LangChain as an `Embedder`. Every vector is checked (count, dimension, finite, not zero) and scaled
 * to unit length; a blank text is not sent and gets the first basis vector. Questions and chunks go through
 * `embedDocuments` alike: `embedQuery` is not called, since the port knows texts alone. Retries and time-outs are those of
 * the embeddings. Both this function and `embed` throw a `ModelError` with code `embedder`, or one with code `aborted`.
 */
export async function createLangChainEmbedder(options: LangChainEmbedderOptions): Promise<Embedder> {
  const { embeddings, id, batchSize = 64, languages = "any" } = options;
  if (!(Number.isInteger(batchSize) && batchSize > 0)) {
    throw new ConfigurationError([`The batch size of ${id} is ${batchSize}; expected a whole number of 1 or more.`]);
  }
  const dimension = options.dimension ?? (await learnDimension());

  async function learnDimension(): Promise<number> {
    const [probe] = checkEmbeddings(await embedTexts(["dimension"]), { id, count: 1 });
    return (probe as Vector).length;
  }

  async function embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]> {
    const answered = await untilAborted(() => embeddings.embedDocuments([...texts]), { id, signal });
    if (Array.isArray(answered) && answered.every((each) => Array.isArray(each))) return answered;
    throw new ModelError(`${id} answered no list of vectors. Check that the model is an embedding model.`, {
      code: "embedder",
    });
  }

  return {
    id,
    dimension,
    languages,
    embed: async (texts, signal) => {
      const vectors = texts.map(() => basisVector(dimension));
      const filled = [...texts.keys()].filter((i) => (texts[i] as string).trim() !== "");
      for (let start = 0; start < filled.length; start += batchSize) {
        const batch = filled.slice(start, start + batchSize);
        const answered = await embedTexts(
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

/** LangChain's embeddings take no signal: what is cancelled is not waited for, though it may go on. */
async function untilAborted<Result>(
  work: () => Promise<Result>,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal | undefined },
): Promise<Result> {
  const cancelled = () => new AnnalistError("aborted", `Embedding with ${id} was cancelled.`);
  if (signal?.aborted) throw cancelled();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(cancelled());
  signal?.addEventListener("abort", onAbort);
  try {
    return await Promise.race([work(), stopped]);
  } catch (error) {
    if (error instanceof AnnalistError) throw error;
    // Without its cause and its words: services repeat keys and texts in their answers, and loggers print causes.
    const name = error instanceof Error ? error.name : typeof error;
    throw new ModelError(`${id} could not embed: ${name} in its embeddings. Check its settings, and try again.`, {
      code: "embedder",
    });
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}
