import { z } from "zod";

/** What a language model is asked to return. Every field is required, as strict structured output wants it. */
export const modelAnswerSchema = z.object({
  status: z.enum(["answered", "unanswerable"]).describe("unanswerable when the passages do not answer the question"),
  sentences: z
    .array(
      z.object({
        text: z.string().describe("one sentence of the answer"),
        passages: z.array(z.string()).describe("ids of the passages that the sentence rests on, such as p1"),
      }),
    )
    .describe("one to three sentences; empty when unanswerable"),
  short: z.string().nullable().describe("the few words of a passage that answer by themselves, copied; or null"),
});

export type ModelAnswer = z.infer<typeof modelAnswerSchema>;
