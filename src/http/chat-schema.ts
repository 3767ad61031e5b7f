import * as z from "zod";
import type { AskRequest } from "../domain/question.ts";
import { readConversation, type SpokenMessage } from "./read-conversation.ts";
import { askSchema, parseWith } from "./request-schema.ts";

/** Parts of other types, such as the citations and data of earlier answers, carry what they like and are not read. */
const part = z
  .looseObject({ type: z.string() })
  .refine(({ type, text }) => type !== "text" || typeof text === "string", {
    path: ["text"],
    error: "takes a string in a part of type text",
  })
  .meta({
    if: { properties: { type: { const: "text" } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ["text"], properties: { text: { type: "string" } } },
  });

const message = z.looseObject({
  role: z.enum(["system", "user", "assistant"]).meta({ description: "What the system says is not read." }),
  parts: z.array(part).meta({ description: "The parts of type text are joined by line breaks." }),
});

/**
 * Body of `POST /chat`, as the default chat transport of the AI SDK sends it. Fields that aren't listed are ignored: the SDK
 * adds some with every version, and its `body` option adds those of the page.
 */
export const chatSchema = z.looseObject({
  id: z.exactOptional(z.string()).meta({ description: "Of the chat; not read." }),
  messages: z
    .array(message)
    .min(1)
    .meta({
      description:
        "Oldest first. The user's last is the question, the 20 turns before it are the history. A chat of dozens of questions " +
        "outgrows the body that is taken: send the last 21 messages, with prepareSendMessagesRequest of the transport.",
    }),
  trigger: z
    .exactOptional(z.enum(["submit-message", "regenerate-message"]))
    .meta({ description: "Either way the user's last message is answered." }),
  messageId: z.string().nullish().meta({ description: "Not read." }),
  limit: askSchema.shape.limit,
  collection: askSchema.shape.collection,
});

/** Checks the body of `POST /chat`. Throws `RequestError` 422 that points at every field at fault, 20 at most. */
export function parseChatRequest(body: unknown): AskRequest {
  const { messages, limit, collection } = parseWith(chatSchema, body);
  const spoken = messages.flatMap(({ role, parts }, index): SpokenMessage[] =>
    role === "system" ? [] : [{ role, content: textOf(parts), pointer: `/messages/${index}/parts` }],
  );
  return { ...readConversation(spoken), limit, ...(collection !== undefined && { collection }) };
}

function textOf(parts: readonly z.output<typeof part>[]): string {
  return parts.flatMap(({ type, text }) => (type === "text" && typeof text === "string" ? [text] : [])).join("\n");
}
