import * as z from "zod";
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

type JsonObject = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document; its schemas are made from those that validate requests and test responses. */
export function describeApi(): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "Annalist",
      version: "0.1.0",
      description: "Answers questions about documents and proves each answer with the exact words it rests on.",
    },
    paths: {
      "/ask": post("Answer a question", askSchema, { ...json(answerSchema), ...eventStream }),
      "/search": post("Find passages", searchSchema, json(searchResultSchema)),
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
      "/": get("The demo page", media("text/html")),
      "/demo.css": get("Style of the pages", media("text/css")),
      "/widget.js": get("The embeddable widget", media("text/javascript")),
      "/openapi.json": get("This document", { "application/json": { schema: { type: "object" } } }),
    },
    components: { schemas: { Problem: schemaOf(problemSchema, "output") } },
  };
}

const eventStream = {
  "text/event-stream": {
    schema: { type: "string" },
    "x-events": ["answer-start", "citation", "text-delta", "answer-end", "answer-error"],
  },
};

const listOfTexts = { type: "array", items: { type: "string" } };

const pathParameter = { name: "id", in: "path", required: true, schema: { type: "string" } };

const errorAnswer = {
  description: "What went wrong",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function queryParameter(name: string, description: string, schema: JsonObject = listOfTexts): JsonObject {
  return { name, in: "query", required: false, description, schema };
}

function get(summary: string, content: JsonObject, parameters: readonly JsonObject[] = []): JsonObject {
  return { get: { summary, parameters, responses: responses(content) } };
}

function post(summary: string, body: z.ZodType, content: JsonObject): JsonObject {
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
