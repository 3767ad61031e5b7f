import * as z from "zod";
import { boundedTextProblem, brokenTextProblem } from "../domain/bounded-text.ts";
import { maxCollectionCodePoints } from "../domain/collection.ts";
import { questionLimits } from "../domain/question.ts";

/** What the tools take, with the bounds of the HTTP API: NFC, trimmed, counted in code points. */
function boundedText(maxCodePoints: number, description: string) {
  return z
    .string()
    .refine((text) => brokenTextProblem(text) === null, {
      error: ({ input }) => brokenTextProblem(String(input)) ?? "",
      abort: true,
    })
    .normalize("NFC")
    .trim()
    .refine((text) => boundedTextProblem(text, maxCodePoints) === null, {
      error: ({ input }) => boundedTextProblem(String(input), maxCodePoints) ?? "",
    })
    .meta({ minLength: 1, maxLength: maxCodePoints, description });
}

const limit = z
  .int()
  .min(1)
  .max(questionLimits.maxPassages)
  .default(questionLimits.defaultPassages)
  .meta({ description: "How many passages to return." });

const collection = z.exactOptional(
  boundedText(
    maxCollectionCodePoints,
    "A folder of the documents by its path, such as reports/2023: nothing outside it is read. Default: all documents.",
  ),
);

const turn = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: boundedText(questionLimits.maxTurnCodePoints, "What was said, as plain text."),
});

export const askInput = z.strictObject({
  question: boundedText(questionLimits.maxCodePoints, "The question, in plain words."),
  history: z
    .array(turn)
    .max(questionLimits.maxTurns)
    .default([])
    .meta({ description: "Earlier turns, oldest first; what a follow-up question refers to." }),
  limit,
  collection,
});

export const searchInput = z.strictObject({
  query: boundedText(questionLimits.maxCodePoints, "A question or keywords."),
  limit,
  collection,
});

const offset = z
  .int()
  .min(0)
  .max(2 ** 31);

/** Of a document's id. */
const maxIdCodePoints = 1000;

export const readDocumentInput = z.strictObject({
  id: boundedText(maxIdCodePoints, "The document's id: documentId of a citation or of a passage."),
  start: z.exactOptional(offset).meta({ description: "Where to begin, in UTF-16 code units. Default: 0." }),
  end: z.exactOptional(offset).meta({ description: "Where to end, exclusive. Default: as far as one reading goes." }),
});
