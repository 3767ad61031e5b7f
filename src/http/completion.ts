import type { Answer } from "../domain/answer.ts";
import { type Annotation, annotate } from "./completion-annotations.ts";
import { estimateUsage, type Usage } from "./estimate-usage.ts";
import { type AnswerSummary, summarizeAnswer } from "./summarize-answer.ts";

/** What a completion says beside the answer. */
export interface CompletionFrame {
  readonly model: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** Any address of this server, for the links of citations. */
  readonly base: string;
  /** What was said before, in UTF-16 code units. */
  readonly promptLength: number;
}

/** `chat.completion` of OpenAI; `annalist` holds what that shape has no field for. */
export interface Completion {
  readonly id: string;
  readonly object: "chat.completion";
  readonly created: number;
  readonly model: string;
  readonly choices: readonly [
    {
      readonly index: 0;
      readonly message: {
        readonly role: "assistant";
        readonly content: string;
        readonly refusal: null;
        readonly annotations: readonly Annotation[];
      };
      readonly logprobs: null;
      readonly finish_reason: "stop";
    },
  ];
  readonly usage: Usage;
  readonly annalist: AnswerSummary;
}

/** An answer -> the completion of a request that wasn't streamed. Its id is the answer's, which feedback names. */
export function completionOf(answer: Answer, frame: CompletionFrame): Completion {
  return {
    id: answer.id,
    object: "chat.completion",
    created: frame.created,
    model: frame.model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: answer.answer,
          refusal: null,
          annotations: annotate(answer.citations, frame.base),
        },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: usageOf(answer, frame),
    annalist: summarizeAnswer(answer),
  };
}

export function usageOf({ answer }: Answer, { promptLength }: CompletionFrame): Usage {
  return estimateUsage({ prompt: promptLength, completion: answer.length });
}
