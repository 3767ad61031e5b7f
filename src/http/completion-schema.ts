import * as z from "zod";
import type { Completion } from "./completion.ts";
import type { OpenAiError } from "./openai-error.ts";
import { answerSchema } from "./response-schema.ts";

const index = z.int().min(0).meta({ description: "UTF-16 code units into the content." });
const offset = z.int().min(0).meta({ description: "UTF-16 code units into the document's text." });
const tokens = z.int().min(0);

const annotationSchema = z.strictObject({
  type: z.literal("url_citation"),
  url_citation: z.strictObject({
    title: z.string(),
    url: z.string().meta({ description: "The document as a page, the cited words marked." }),
    start_index: index,
    end_index: index,
    marker: z.int().min(1),
    document_id: z.string(),
    start: offset,
    end: offset,
    quote: z.string(),
  }),
});

const summarySchema = answerSchema.pick({
  status: true,
  reason: true,
  question: true,
  short: true,
  confidence: true,
  suggestions: true,
  answerer: true,
  generation: true,
});

/** What `POST /v1/chat/completions` answers. */
export const completionSchema = z.strictObject({
  id: z.string().meta({ description: "The answer's, which feedback names." }),
  object: z.literal("chat.completion"),
  created: z.int(),
  model: z.string(),
  choices: z.tuple([
    z.strictObject({
      index: z.literal(0),
      message: z.strictObject({
        role: z.literal("assistant"),
        content: z.string().meta({ description: "Text with markers such as [1]." }),
        refusal: z.null(),
        annotations: z.array(annotationSchema),
      }),
      logprobs: z.null(),
      finish_reason: z.literal("stop"),
    }),
  ]),
  usage: z
    .strictObject({ prompt_tokens: tokens, completion_tokens: tokens, total_tokens: tokens })
    .meta({ description: "An estimate: one token for every four UTF-16 code units, rounded up." }),
  annalist: summarySchema.meta({ description: "What the shape of OpenAI has no field for." }),
}) satisfies z.ZodType<Completion>;

/** What `GET /v1/models` answers. */
export const modelListSchema = z.strictObject({
  object: z.literal("list"),
  data: z.array(z.strictObject({ id: z.string(), object: z.literal("model"), created: z.int(), owned_by: z.string() })),
});

/** Every error below `/v1/`. */
export const openAiErrorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable().meta({ description: "The first field at fault." }),
    code: z.string().meta({ description: "Stable, such as invalid_fields or model_not_found." }),
  }),
}) satisfies z.ZodType<OpenAiError>;
