import type { Answer } from "../domain/answer.ts";
import { answerEvents } from "../domain/answer-event.ts";
import type { Citation } from "../domain/citation.ts";
import type { AnswerFormat } from "./answer-format.ts";
import { summarizeAnswer } from "./summarize-answer.ts";

/**
 * The AI SDK's UI message stream, version 1. Written by hand: the SDK's package would add 180 kB to the Worker's script for
 * lines of JSON. Of each part it uses the fields that version 5 began with, whose readers refuse any other, such as the
 * `finishReason` that came later. `mediaTypeOf` says what a cited document is written in.
 */
export function chatFormat(mediaTypeOf: (documentId: string) => string): AnswerFormat {
  return {
    answer: (answer) => answerChunks(answer, mediaTypeOf),
    failure: ({ detail }) => [{ type: "start" }, { type: "error", errorText: detail }, { type: "finish" }],
    terminator: "[DONE]",
    headers: { "x-vercel-ai-ui-message-stream": "v1" },
  };
}

/** The message's id is the answer's, which feedback names. */
function* answerChunks(answer: Answer, mediaTypeOf: (documentId: string) => string): Generator<object> {
  const id = "answer";
  yield { type: "start", messageId: answer.id };
  yield { type: "text-start", id };
  for (const event of answerEvents(answer)) {
    if (event.type === "text-delta") yield { type: "text-delta", id, delta: event.delta };
    else if (event.type === "citation") yield sourcePart(event.citation, mediaTypeOf(event.citation.documentId));
  }
  yield { type: "text-end", id };
  // Transient: it reaches `onData` and stays out of the message. The SDK sends all messages with each question, and six whole
  // answers fill the body that may be sent. What a page shows beside the text stays, as the message's metadata.
  yield { type: "data-answer", data: answer, transient: true };
  yield { type: "finish", messageMetadata: summarizeAnswer(answer) };
}

/** The same place has the same id in every answer. */
function sourcePart({ marker, documentId, title, start, end, quote, url }: Citation, mediaType: string): object {
  return {
    type: "source-document",
    sourceId: `${documentId}#${start}-${end}`,
    mediaType,
    title,
    providerMetadata: { annalist: { documentId, start, end, quote, url, marker } },
  };
}
