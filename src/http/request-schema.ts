import * as z from "zod";
import { boundedTextProblem, brokenTextProblem } from "../domain/bounded-text.ts";
import { maxCollectionCodePoints } from "../domain/collection.ts";
import { RequestError } from "../domain/errors.ts";
import { type AskRequest, questionLimits, type SearchRequest } from "../domain/question.ts";

const maxProblems = 20;

/**
 * NFC, trimmed, without lone surrogates. JSON Schema counts code points as we do, zod's own `max` counts code units: so the
 * rule is a refinement and `meta` states it.
 */
export function boundedText(maxCodePoints: number, description: string) {
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

const question = boundedText(questionLimits.maxCodePoints, "Trimmed and brought to Unicode NFC before it is counted.");

const limit = z
  .int()
  .min(1)
  .max(questionLimits.maxPassages)
  .default(questionLimits.defaultPassages)
  .meta({ description: "How many passages to return." });

export const collection = z.exactOptional(
  boundedText(
    maxCollectionCodePoints,
    "A sub-folder of the corpus by its path, such as reports/2023: nothing outside it is read. Default: the whole corpus.",
  ),
);

/** One turn of a history. */
export const turnSchema = z.strictObject({
  role: z.enum(["user", "assistant"]),
  content: boundedText(questionLimits.maxTurnCodePoints, "What was said, as plain text."),
});

/** Body of `POST /ask`. */
export const askSchema = z.strictObject({
  question,
  history: z
    .array(turnSchema)
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

/** Checks any body by its schema; throws as `parseAskRequest` does. */
export function parseWith<Schema extends z.ZodObject>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape).join(", ");
  throw invalidFields(result.error.issues.flatMap((issue) => problemsOfIssue(issue, known)));
}

/** The refusal of a body whose fields have these problems, of which the first 20 are told. */
export function invalidFields(problems: RequestError["problems"]): RequestError {
  const told = problems.slice(0, maxProblems);
  return new RequestError(422, told.map(({ pointer, detail }) => `${pointer || "body"}: ${detail}`).join("; "), told);
}

function problemsOfIssue(issue: z.core.$ZodIssue, known: string): { pointer: string; detail: string }[] {
  if (issue.code !== "unrecognized_keys") return [{ pointer: jsonPointer(issue.path), detail: issue.message }];
  const expected = issue.path.length === 0 ? known : Object.keys(turnSchema.shape).join(", ");
  return issue.keys.map((key) => ({
    pointer: jsonPointer([...issue.path, key]),
    detail: `unknown field; expected ${expected}`,
  }));
}

/** RFC 6901: `["history", 0, "a/b"]` -> `/history/0/a~1b`. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
