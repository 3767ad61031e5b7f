import type { LanguageModelV4 } from "@ai-sdk/provider";

export interface OpenAiModelOptions {
  /** The service's name of the model. */
  readonly model: string;
  /** Up to and without `/chat/completions`, such as `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** Sent as a bearer token; empty for a local service that needs none. */
  readonly apiKey?: string | undefined;
}

/** A language model over HTTP, for any service that speaks OpenAI's chat completions with json_schema output. */
export async function createOpenAiModel({ model, baseUrl, apiKey }: OpenAiModelOptions): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({
    name: "openai-compatible",
    baseURL: baseUrl,
    supportsStructuredOutputs: true,
    ...(apiKey && { apiKey }),
  });
  return provider.chatModel(model);
}
