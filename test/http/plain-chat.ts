import { AbstractChat, type ChatInit, type ChatState, type ChatStatus, type UIMessage } from "ai";
import type { AnswerSummary } from "../../src/http/summarize-answer.ts";

/** A message of the chat as our server writes it. */
export type ChatMessage = UIMessage<AnswerSummary>;

/** What `useChat` is without React: the SDK's own chat over a state of plain fields. */
export class PlainChat extends AbstractChat<ChatMessage> {
  constructor(init: Omit<ChatInit<ChatMessage>, "messages">) {
    super({ ...init, state: createState() });
  }
}

function createState(): ChatState<ChatMessage> {
  const state = {
    status: "ready" as ChatStatus,
    error: undefined as Error | undefined,
    messages: [] as ChatMessage[],
    pushMessage: (message: ChatMessage) => {
      state.messages = [...state.messages, message];
    },
    popMessage: () => {
      state.messages = state.messages.slice(0, -1);
    },
    replaceMessage: (index: number, message: ChatMessage) => {
      state.messages = state.messages.with(index, message);
    },
    snapshot: <T>(thing: T) => structuredClone(thing),
  };
  return state;
}

/** The words of a message. */
export function textOf({ parts }: ChatMessage): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
}
