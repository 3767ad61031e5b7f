import * as z from "zod";
import type { Explanation } from "../domain/explanation.ts";

const offset = z.int().min(0);
const probability = z.number().min(0).max(1);
const reason = z.enum(["not_in_corpus", "off_topic", "false_premise", "unclear"]).nullable();

const named = (description: string) => z.record(z.string(), z.number()).meta({ description });
const unrounded = "By name, unrounded, so that the score can be computed again.";

const place = { documentId: z.string(), start: offset, end: offset, text: z.string() };

const analysis = z.strictObject({
  terms: z.array(
    z.strictObject({
      text: z.string(),
      weight: z.number().min(0),
      kind: z.enum(["word", "number", "year"]),
      isName: z.boolean(),
      known: z.boolean().meta({ description: "The documents have it." }),
    }),
  ),
  focus: z.string().nullable().meta({ description: "The noun that what, which or how many asks for." }),
  answerType: z.string(),
  negated: z.boolean(),
  times: z.array(z.strictObject({ text: z.string(), from: z.string(), to: z.string() })),
  corrections: z.array(z.strictObject({ written: z.string(), takenFor: z.string() })),
});

const order = (by: string) =>
  z
    .array(z.strictObject({ chunkId: z.string(), score: z.number() }))
    .meta({ description: `The first chunks by ${by}.` });

const orders = z.strictObject({
  dense: order("cosine"),
  lexical: order("BM25"),
  expanded: order("BM25 with words alike to the question's"),
  fused: order("the sum of reciprocal ranks in the other orders"),
});

const reranked = z.strictObject({
  candidates: z.int().min(0).meta({ description: "Sentences that were read." }),
  largest: named("The largest value of each feature among all of them."),
  sentences: z.array(
    z.strictObject({
      ...place,
      chunkId: z.string(),
      score: z.number(),
      features: named(unrounded),
      terms: z.array(
        z.strictObject({
          term: z.string(),
          likeness: z.number().min(0),
          word: z.string().nullable().meta({ description: "The word of the sentence that meets the term best." }),
          features: named(`${unrounded} Zeros are left out.`),
        }),
      ),
    }),
  ),
});

const decision = z.strictObject({
  answered: z.boolean(),
  reason,
  confidence: z
    .strictObject({ inputs: named(unrounded), score: z.number(), probability, threshold: z.number() })
    .nullable(),
  joiningMargin: z.number().meta({ description: "Sentences join the best while they score no further below it." }),
  considered: z.array(
    z.strictObject({
      ...place,
      score: z.number(),
      words: z.int().min(0),
      choice: z.enum(["chosen", "far-below", "too-many-words", "same-words", "enough"]),
    }),
  ),
  correction: z.string().nullable().meta({ description: "What corrects a false premise." }),
  short: z.strictObject({ text: z.string(), expected: probability, threshold: z.number() }).nullable(),
});

const foreign = z.strictObject({
  language: z.string(),
  covered: z.boolean().meta({ description: "The embedder can compare the question with the documents." }),
  sentences: z.array(z.strictObject({ ...place, cosine: z.number().nullable(), chosen: z.boolean() })),
  answered: z.boolean(),
  reason,
  confidence: probability,
  threshold: z.number(),
});

/** How an answer came about, as `POST /ask` adds it with `explain`. */
export const explanationSchema = z.strictObject({
  question: z.strictObject({
    asked: z.string(),
    cleaned: z.string(),
    standalone: z.string(),
    rewritten: z.boolean().meta({ description: "The turns before changed what was searched." }),
  }),
  parts: z.array(z.strictObject({ question: z.string(), analysis, orders, reranked, decision: decision.nullable() })),
  foreign: foreign.nullable(),
}) satisfies z.ZodType<Explanation>;
