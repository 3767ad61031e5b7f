import { type AskRequest, questionLimits, type Turn } from "../domain/question.ts";
import { askSchema, invalidFields, turnSchema } from "./request-schema.ts";

/** What one message of a chat says, as plain text; `pointer` is where the body holds it (RFC 6901). */
export interface SpokenMessage extends Turn {
  readonly pointer: string;
}

/**
 * The messages of a chat, oldest first -> the question, which is the user's last, and the history before it. Chat clients send
 * everything every time, so what /ask refuses is left out here: turns older than the last 20, messages without words (a reply
 * that was broken off) and what follows the question (a reply to be written anew). Throws `RequestError` 422 that points at
 * each message whose words /ask wouldn't take.
 */
export function readConversation(messages: readonly SpokenMessage[]): Pick<AskRequest, "question" | "history"> {
  const at = messages.findLastIndex(({ role }) => role === "user");
  const asked = messages[at];
  if (asked === undefined) {
    throw invalidFields([
      { pointer: "/messages", detail: "holds no message of the user; the last one is the question" },
    ]);
  }
  const turns = messages
    .slice(0, at)
    .filter(({ content }) => content.trim() !== "")
    .slice(-questionLimits.maxTurns);
  const question = askSchema.shape.question.safeParse(asked.content);
  const contents = turns.map(({ content }) => turnSchema.shape.content.safeParse(content));
  const problems = [...contents, question].flatMap(({ error }, index) =>
    (error?.issues ?? []).map(({ message }) => ({ pointer: (turns[index] ?? asked).pointer, detail: message })),
  );
  if (question.data === undefined || problems.length > 0) throw invalidFields(problems);
  return {
    question: question.data,
    history: turns.map(({ role, content }, index) => ({ role, content: contents[index]?.data ?? content })),
  };
}
