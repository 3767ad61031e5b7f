import * as z from "zod";
import type { AskRequest } from "../domain/question.ts";
import { readConversation } from "./read-conversation.ts";
import { askSchema, parseWith } from "./request-schema.ts";

const textPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const refusalPart = z.looseObject({ type: z.literal("refusal"), refusal: z.string() });

const userContent = z.union([z.string(), z.array(textPart)], { error: "takes a string or a list of text parts" });

const assistantContent = z
  .union([z.string(), z.array(z.union([textPart, refusalPart])), z.null()], {
    error: "takes a string, a list of text parts or null",
  })
  .meta({ description: "Null beside calls of tools." });

const message = z.discriminatedUnion("role", [
  z.looseObject({ role: z.literal("user"), content: userContent }),
  z.looseObject({ role: z.literal("assistant"), content: z.exactOptional(assistantContent) }),
  z
    .looseObject({ role: z.literal(["system", "developer", "tool", "function"]) })
    .meta({ description: "Taken and not read: an answer rests on the documents alone." }),
]);

/** Taken where clients send it as a matter of course, since an answer from documents has nothing to tune. */
const ignored = {
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  seed: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string())], { error: "takes a string or a list of strings" }).nullish(),
  user: z.string().nullish(),
};

/** Body of `POST /v1/chat/completions`, in OpenAI's shape. Fields that aren't listed are ignored. */
export const completionRequestSchema = z.looseObject({
  model: z.string().meta({ description: "One that GET /v1/models lists.", examples: ["annalist"] }),
  messages: z.array(message).min(1).meta({
    description: "Oldest first. The user's last is the question, the 20 turns before it are the history.",
  }),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  // Ignoring these would give a client what it can't read: fewer choices, or prose in place of JSON.
  n: z.literal(1, { error: "takes 1: there is one answer" }).nullish(),
  response_format: z
    .looseObject({ type: z.literal("text", { error: "takes text: answers are sentences of documents" }) })
    .nullish(),
  collection: askSchema.shape.collection,
  ...ignored,
});

export interface CompletionRequest {
  readonly model: string;
  readonly question: AskRequest;
  readonly isStreamed: boolean;
  readonly includesUsage: boolean;
  /** All that the user and the assistant said, in UTF-16 code units. */
  readonly promptLength: number;
}

/** Checks the body of `POST /v1/chat/completions`. Throws `RequestError` 422 that points at every field at fault. */
export function parseCompletionRequest(body: unknown): CompletionRequest {
  const { model, messages, stream, stream_options, collection } = parseWith(completionRequestSchema, body);
  const spoken = messages.flatMap((each, index) =>
    each.role === "user" || each.role === "assistant"
      ? [{ role: each.role, content: textOf(each.content), pointer: `/messages/${index}/content` }]
      : [],
  );
  return {
    model,
    question: {
      ...readConversation(spoken),
      limit: askSchema.shape.limit.parse(undefined),
      ...(collection !== undefined && { collection }),
    },
    isStreamed: stream ?? false,
    includesUsage: stream_options?.include_usage ?? false,
    promptLength: spoken.reduce((sum, { content }) => sum + content.length, 0),
  };
}

function textOf(content: z.output<typeof assistantContent> | undefined): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
