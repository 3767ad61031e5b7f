import { type AiSdkEmbedderOptions, createAiSdkEmbedder } from "../embedding/ai-sdk-embedder.ts";
import type { Embedder } from "../embedding/embedder.ts";

export interface OpenAiEmbedderOptions extends Omit<AiSdkEmbedderOptions, "model" | "id"> {
  /** The service's name of the model, such as `text-embedding-3-small`. */
  readonly model: string;
  /** Up to and without `/embeddings`, such as `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** Sent as a bearer token; a local service may need none. Appears in no error. */
  readonly apiKey?: string | undefined;
}

/**
 * An embedder over HTTP, for any service that speaks OpenAI's embeddings format. Its id is `openai-compatible:MODEL`.
 * Asks the service for one vector, unless `dimension` is given. Throws a `ModelError` with code `embedder`.
 */
export async function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model, baseUrl, apiKey, ...rest } = options;
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({ name: "openai-compatible", baseURL: baseUrl, ...(apiKey && { apiKey }) });
  return createAiSdkEmbedder({ ...rest, model: provider.embeddingModel(model), id: `openai-compatible:${model}` });
}
