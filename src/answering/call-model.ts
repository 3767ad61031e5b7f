import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ModelAnswer } from "./model-answer.ts";
import type { RenderedPrompt } from "./render-prompt.ts";

/** A model and how long to try. */
export interface ModelCall {
  readonly model: LanguageModelV4;
  readonly maxRetries: number;
  /** For one call and its retries together. */
  readonly timeoutMs: number;
}

/**
 * One call of the model for structured output, checked against the schema of `ModelAnswer`. Rejects with whatever the
 * AI SDK throws, with the reason of `signal` when that is aborted, and with a `TimeoutError` after `timeoutMs`, even
 * where an adapter ignores its signal.
 */
export async function callModel(
  { model, maxRetries, timeoutMs }: ModelCall,
  { instructions, message }: RenderedPrompt,
  signal?: AbortSignal,
): Promise<ModelAnswer> {
  signal?.throwIfAborted();
  // Imported here: the AI SDK takes longer to load than everything else together, and most runs never need it.
  const [{ generateText, Output }, { modelAnswerSchema }] = await Promise.all([
    import("ai"),
    import("./model-answer.ts"),
  ]);
  const timeout = AbortSignal.timeout(timeoutMs);
  const abortSignal = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const answered = generateText({
    model,
    instructions,
    prompt: message,
    output: Output.object({ schema: modelAnswerSchema, name: "answer" }),
    maxRetries,
    abortSignal,
    // Questions and passages stay out of traces, whatever a host has registered.
    telemetry: { isEnabled: false },
  }).then(({ output }) => output);
  return rejectOnAbort(answered, abortSignal);
}

function rejectOnAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
