import { type AnswerEvent, answerEvents } from "../domain/answer-event.ts";
import type { AnswerFormat } from "./answer-format.ts";

/** The stream of `POST /ask`: the events of the domain as they are. */
export const askFormat: AnswerFormat = {
  answer: answerEvents,
  failure: ({ type, title, detail }): AnswerEvent[] => [{ type: "answer-error", error: { type, title, detail } }],
};
