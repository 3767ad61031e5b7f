import * as z from "zod";
import type { AppOptions } from "./app-options.ts";
import { chatSchema } from "./chat-schema.ts";
import { completionRequestSchema } from "./completion-request-schema.ts";
import { completionSchema, modelListSchema, openAiErrorSchema } from "./completion-schema.ts";
import { feedbackReceiptSchema, feedbackSchema } from "./feedback-schema.ts";
import { mcpMessageSchema, mcpResponseSchema } from "./mcp-schema.ts";
import { askSchema, documentsSchema, searchSchema } from "./request-schema.ts";
import {
  answerSchema,
  documentListSchema,
  documentSchema,
  healthSchema,
  problemSchema,
  readySchema,
  searchResultSchema,
  suggestionsSchema,
} from "./response-schema.ts";
import { verificationSchema, verifySchema } from "./verify-schema.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** By method. */
type Operations = Readonly<Record<string, JsonObject & { readonly responses: JsonObject }>>;

/** The API as an OpenAPI 3.1 document; its schemas are made from those that validate requests and test responses. */
export function describeApi({ mcp }: Pick<AppOptions, "mcp"> = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "Annalist",
      version: "0.1.0",
      description: "Answers questions about documents and proves each answer with the exact words it rests on.",
    },
    paths: {
      "/ask": post("Answer a question", askSchema, { ...json(answerSchema), ...askEvents }),
      "/chat": post("Answer a conversation, for useChat of the AI SDK", chatSchema, chatEvents),
      "/v1/models": withOpenAiErrors(get("The models, in OpenAI's shape", json(modelListSchema))),
      "/v1/chat/completions": withOpenAiErrors(
        post("Answer a conversation, in OpenAI's shape", completionRequestSchema, {
          ...json(completionSchema),
          ...completionEvents,
        }),
      ),
      "/search": post("Find passages", searchSchema, json(searchResultSchema)),
      "/verify": post("Hold each sentence of a text against the documents", verifySchema, json(verificationSchema)),
      "/feedback": post("Say whether an answer was good", feedbackSchema, json(feedbackReceiptSchema)),
      ...(mcp && { "/mcp": post("Speak the Model Context Protocol", mcpMessageSchema, json(mcpResponseSchema)) }),
      "/documents": get("List the documents", json(documentListSchema), [
        queryParameter(
          "collection",
          "Lists what lies in this folder alone",
          schemaOf(documentsSchema.shape.collection, "input"),
        ),
      ]),
      "/documents/{id}": get("One document with its text", json(documentSchema), [pathParameter]),
      "/read/{id}": get("A document as a page, cited words marked", media("text/html"), [
        pathParameter,
        queryParameter("cite", "START-END in UTF-16 code units; may repeat"),
        queryParameter("v", "First 12 hex digits of the SHA-256 of the text that the link was made for"),
        queryParameter("quote", "First 300 code units of the quote; pairs up with cite by order"),
      ]),
      "/suggestions": get("Questions that the corpus answers", json(suggestionsSchema)),
      "/health": get("Liveness", json(healthSchema)),
      "/ready": get("Readiness and what is served", json(readySchema)),
      "/metrics": get("Metrics for Prometheus, for this machine or with a key", media("text/plain")),
      "/": get("The demo page", media("text/html")),
      "/demo.css": get("Style of the demo page and of /docs", media("text/css")),
      "/reader.css": get("Style of the reader page", media("text/css")),
      "/demo.js": get("The script of the demo page", media("text/javascript")),
      "/favicon.ico": get("The icon of the pages", media("image/svg+xml")),
      "/widget.js": get("The embeddable widget", media("text/javascript")),
      "/openapi.json": get("This document", { "application/json": { schema: { type: "object" } } }),
      "/docs": get("This document as a page, with forms to try it", media("text/html")),
      "/docs/try.js": get("The script behind those forms", media("text/javascript")),
      "/docs/widget": get("How to embed the widget, with examples and its reference", media("text/html")),
      "/docs/widget.js": get("The script behind those examples", media("text/javascript")),
    },
    components: {
      schemas: {
        Problem: schemaOf(problemSchema, "output"),
        OpenAiError: schemaOf(openAiErrorSchema, "output"),
      },
    },
  };
}

const askEvents = eventStream("answer-start", "citation", "text-delta", "answer-end", "answer-error");

/** Parts of the UI message stream, version 1; `data-answer` holds what /ask answers and is transient. */
const chatEvents = eventStream(
  "start",
  "text-start",
  "source-document",
  "text-delta",
  "text-end",
  "data-answer",
  "finish",
  "error",
  "[DONE]",
);

const completionEvents = eventStream("chat.completion.chunk", "[DONE]");

const listOfTexts = { type: "array", items: { type: "string" } };

const pathParameter = { name: "id", in: "path", required: true, schema: { type: "string" } };

const errorAnswer = {
  description: "What went wrong",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

const openAiErrorAnswer = {
  description: "What went wrong",
  content: { "application/json": { schema: { $ref: "#/components/schemas/OpenAiError" } } },
};

function withOpenAiErrors(operations: Operations): Operations {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method,
      { ...operation, responses: { ...operation.responses, default: openAiErrorAnswer } },
    ]),
  );
}

function eventStream(...events: readonly string[]): JsonObject {
  return { "text/event-stream": { schema: { type: "string" }, "x-events": events } };
}

function queryParameter(name: string, description: string, schema: JsonObject = listOfTexts): JsonObject {
  return { name, in: "query", required: false, description, schema };
}

function get(summary: string, content: JsonObject, parameters: readonly JsonObject[] = []): Operations {
  return { get: { summary, parameters, responses: responses(content) } };
}

function post(summary: string, body: z.ZodType, content: JsonObject): Operations {
  const requestBody = { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } };
  return { post: { summary, requestBody, responses: responses(content) } };
}

function responses(content: JsonObject): JsonObject {
  return { "200": { description: "OK", content }, default: errorAnswer };
}

function json(schema: z.ZodType): JsonObject {
  return { "application/json": { schema: schemaOf(schema, "output") } };
}

function media(type: string): JsonObject {
  return { [type]: { schema: { type: "string" } } };
}

/** OpenAPI 3.1 states the dialect once for the whole document, so `$schema` is left out of each schema. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
