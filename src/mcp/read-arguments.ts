import type * as z from "zod";
import { RequestError } from "../domain/errors.ts";

const maxProblems = 20;

/** The arguments of a tool, checked. Throws a `RequestError` 422 that names every field at fault and what it takes. */
export function readArguments<Schema extends z.ZodObject>(schema: Schema, given: unknown): z.output<Schema> {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema)).slice(0, maxProblems);
  throw new RequestError(422, problems.join("; "));
}

function problemsOf(issue: z.core.$ZodIssue, { shape }: z.ZodObject): readonly string[] {
  const place = issue.path.map(String).join(".");
  if (issue.code !== "unrecognized_keys") return [`${place || "arguments"}: ${issue.message}`];
  const expected = issue.path.length === 0 ? `; expected ${Object.keys(shape).join(", ")}` : "";
  return issue.keys.map((key) => `${[...issue.path, key].map(String).join(".")}: unknown field${expected}`);
}
