import * as z from "zod";
import { limits } from "../domain/limits.ts";
import type { Verification } from "../domain/verification.ts";
import { boundedText, collection } from "./request-schema.ts";

/** Body of `POST /verify`. */
export const verifySchema = z.strictObject({
  text: boundedText(
    limits.verifyCodePoints,
    `What is to be verified, at most ${limits.verifySentences} sentences. Trimmed and brought to Unicode NFC: offsets into it count after that.`,
  ),
  collection,
});

const offset = z.int().min(0);
const words = z.strictObject({ start: offset, end: offset, text: z.string() });
const count = z.int().min(0);

const findingSchema = z.strictObject({
  kind: z.enum(["number", "date", "name", "negation", "direction", "word"]),
  claim: words.meta({ description: "Words of the text." }),
  evidence: z
    .exactOptional(words.extend({ documentId: z.string() }))
    .meta({ description: "Words of the document that say the same, or say otherwise." }),
  verdict: z.enum(["met", "missing", "differs"]),
});

const sentenceSchema = z.strictObject({
  ...words.shape,
  status: z.enum(["supported", "partial", "unsupported", "contradicted"]),
  reason: z
    .enum(["no_claim", "not_in_corpus", "too_long"])
    .nullable()
    .meta({ description: "Why it is unsupported; null for every other status." }),
  coverage: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: "Share of its content words and numbers that the first evidence holds." }),
  evidence: z.array(
    z.strictObject({
      documentId: z.string(),
      title: z.string(),
      start: offset,
      end: offset,
      quote: z.string().meta({ description: "The words between start and end: one whole sentence." }),
      url: z.string(),
    }),
  ),
  findings: z.array(findingSchema),
});

/** What `POST /verify` answers. */
export const verificationSchema = z.strictObject({
  sentences: z.array(sentenceSchema),
  summary: z.strictObject({ supported: count, partial: count, unsupported: count, contradicted: count }),
  generation: z.string(),
}) satisfies z.ZodType<Verification>;
