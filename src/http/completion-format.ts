import type { Answer } from "../domain/answer.ts";
import { answerEvents } from "../domain/answer-event.ts";
import type { AnswerFormat } from "./answer-format.ts";
import { type CompletionFrame, usageOf } from "./completion.ts";
import { annotate } from "./completion-annotations.ts";
import { openAiErrorOf } from "./openai-error.ts";
import { summarizeAnswer } from "./summarize-answer.ts";

export interface CompletionFormatOptions extends CompletionFrame {
  /** Adds a chunk with the usage and no choice, as `stream_options.include_usage` asks. */
  readonly includesUsage: boolean;
}

/** The chunks of a streamed chat completion. The last one with a choice brings the citations. */
export function completionFormat(options: CompletionFormatOptions): AnswerFormat {
  return {
    answer: (answer) => completionChunks(answer, options),
    failure: (problem) => [openAiErrorOf(problem)],
    terminator: "[DONE]",
  };
}

function* completionChunks(answer: Answer, options: CompletionFormatOptions): Generator<object> {
  const { model, created, base, includesUsage } = options;
  const head = { id: answer.id, object: "chat.completion.chunk", created, model };
  const chunk = (delta: object, finish_reason: "stop" | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(includesUsage && { usage: null }),
  });
  yield chunk({ role: "assistant", content: "", refusal: null });
  for (const event of answerEvents(answer)) if (event.type === "text-delta") yield chunk({ content: event.delta });
  yield { ...chunk({ annotations: annotate(answer.citations, base) }, "stop"), annalist: summarizeAnswer(answer) };
  if (includesUsage) yield { ...head, choices: [], usage: usageOf(answer, options) };
}
