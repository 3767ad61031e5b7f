import * as z from "zod";
import { maxCollectionCodePoints } from "../domain/collection.ts";
import { RequestError } from "../domain/errors.ts";
import { type AskRequest, questionLimits, type SearchRequest } from "../domain/question.ts";

const maxContentCodePoints = 8000;
const maxProblems = 20;

/**
 * NFC, trimmed, without lone surrogates. JSON Schema counts code points as we do, zod's own `max` counts code units: so the
 * rule is a refinement and `meta` states it.
 */
function boundedText(maxCodePoints: number, description: string) {
  return z
    .string()
    .refine((text) => text.isWellFormed(), { error: "holds half a surrogate pair; send whole characters", abort: true })
    .normalize("NFC")
    .trim()
    .refine((text) => text !== "" && countCodePoints(text) <= maxCodePoints, {
      error: ({ input }) =>
        `takes 1 to ${maxCodePoints} characters after trimming, got ${countCodePoints(String(input))}`,
    })
    .meta({ minLength: 1, maxLength: maxCodePoints, description });
}

const question = boundedText(questionLimits.maxCodePoints, "Trimmed and brought to Unicode NFC before it is counted.");

const limit = z
  .int()
  .min(1)
  .max(questionLimits.maxPassages)
  .default(questionLimits.defaultPassages)
  .meta({ description: "How many passages to return." });

const collection = z.exactOptional(
  boundedText(
    maxCollectionCodePoints,
    "A sub-folder of the corpus by its path, such as reports/2023: nothing outside it is read. Default: the whole corpus.",
  ),
);

const turn = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: boundedText(maxContentCodePoints, "What was said, as plain text."),
});

/** Body of `POST /ask`. */
export const askSchema = z.strictObject({
  question,
  history: z
    .array(turn)
    .max(questionLimits.maxTurns)
    .default([])
    .meta({ description: "Earlier turns, oldest first; what a follow-up question refers to." }),
  limit,
  collection,
  explain: z.boolean().default(false).meta({ description: "Adds how the answer came about, as explanation." }),
});

/** Body of `POST /search`. */
export const searchSchema = z.strictObject({ query: question, limit, collection });

/** Query of `GET /documents`. */
export const documentsSchema = z.strictObject({ collection });

/** Checks the body of `POST /ask`. Throws `RequestError` 422 that points at every field at fault, 20 at most. */
export function parseAskRequest(body: unknown): AskRequest {
  return parseWith(askSchema, body);
}

/** Checks the body of `POST /search`; throws as `parseAskRequest` does. */
export function parseSearchRequest(body: unknown): SearchRequest {
  return parseWith(searchSchema, body);
}

/** The collection in the query of an address, if any; throws as `parseAskRequest` does. Other parts of the query are not read. */
export function parseCollection(query: URLSearchParams): string | undefined {
  return parseWith(documentsSchema, query.has("collection") ? { collection: query.get("collection") } : {}).collection;
}

function parseWith<Schema extends z.ZodObject>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape).join(", ");
  const problems = result.error.issues.flatMap((issue) => problemsOfIssue(issue, known)).slice(0, maxProblems);
  throw new RequestError(
    422,
    problems.map(({ pointer, detail }) => `${pointer || "body"}: ${detail}`).join("; "),
    problems,
  );
}

function problemsOfIssue(issue: z.core.$ZodIssue, known: string): { pointer: string; detail: string }[] {
  if (issue.code !== "unrecognized_keys") return [{ pointer: jsonPointer(issue.path), detail: issue.message }];
  const expected = issue.path.length === 0 ? known : Object.keys(turn.shape).join(", ");
  return issue.keys.map((key) => ({
    pointer: jsonPointer([...issue.path, key]),
    detail: `unknown field; expected ${expected}`,
  }));
}

/** RFC 6901: `["history", 0, "a/b"]` -> `/history/0/a~1b`. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
