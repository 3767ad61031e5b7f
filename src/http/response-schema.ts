import * as z from "zod";
import type { Answer } from "../domain/answer.ts";
import type { SearchResult } from "../domain/assistant.ts";
import type { Citation } from "../domain/citation.ts";
import type { DocumentSummary } from "../domain/document.ts";
import type { PassageView } from "../domain/passage.ts";
import { explanationSchema } from "./explanation-schema.ts";

const offset = z.int().min(0).meta({ description: "UTF-16 code units into the document's text." });

const citationSchema = z.strictObject({
  marker: z.int().min(1),
  documentId: z.string(),
  title: z.string(),
  date: z.string().nullable().meta({ description: "Publication date of the document, YYYY-MM-DD." }),
  start: offset,
  end: offset,
  quote: z.string().meta({ description: "The words between start and end: one whole sentence." }),
  prefix: z.string(),
  suffix: z.string(),
  answerStart: z.int().min(0),
  answerEnd: z.int().min(0),
  url: z.string(),
}) satisfies z.ZodType<Citation>;

const passageSchema = z.strictObject({
  chunkId: z.string(),
  documentId: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
  heading: z.array(z.string()),
}) satisfies z.ZodType<PassageView>;

/** What `POST /ask` answers; `satisfies` keeps it and the domain's type from drifting apart. */
export const answerSchema = z.strictObject({
  id: z.string(),
  status: z.enum(["answered", "partial", "unanswerable"]),
  reason: z.enum(["not_in_corpus", "off_topic", "false_premise", "unclear"]).nullable(),
  question: z.string().meta({ description: "The standalone question that was searched." }),
  answer: z.string().meta({ description: "Text with markers such as [1]." }),
  short: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  citations: z.array(citationSchema),
  passages: z.array(passageSchema),
  suggestions: z.array(z.string()),
  answerer: z.string(),
  generation: z.string(),
  timings: z.strictObject({ retrieveMs: z.number(), answerMs: z.number(), totalMs: z.number() }),
  explanation: z.exactOptional(explanationSchema).meta({ description: "With explain: how the answer came about." }),
}) satisfies z.ZodType<Answer>;

/** What `POST /search` answers. */
export const searchResultSchema = z.strictObject({
  query: z.string(),
  passages: z.array(passageSchema),
  generation: z.string(),
}) satisfies z.ZodType<SearchResult>;

const documentSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  mediaType: z.string(),
  date: z.string().nullable(),
  length: z.int().min(0).meta({ description: "UTF-16 code units." }),
}) satisfies z.ZodType<DocumentSummary>;

export const documentListSchema = z.strictObject({ documents: z.array(documentSummarySchema) });
export const documentSchema = documentSummarySchema.extend({ text: z.string() });
export const suggestionsSchema = z.strictObject({ suggestions: z.array(z.string()) });
export const healthSchema = z.strictObject({ status: z.literal("ok") });
export const readySchema = z.strictObject({
  status: z.literal("ready"),
  generation: z.string(),
  embedder: z.string(),
  answerer: z.string(),
});

/** Every error (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().meta({ description: "The request id, as in x-request-id." }),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});
