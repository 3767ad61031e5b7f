import { AnnalistError } from "../domain/errors.ts";
import type { AppContext } from "./app-options.ts";
import { errorResponse } from "./error-response.ts";

/** The response to whatever a handler threw. Once the caller has left, a failure is taken to be the work that it broke off. */
export function answerFailure(error: unknown, c: AppContext): Response {
  const { aborted } = c.req.raw.signal;
  const shown = aborted ? new AnnalistError("aborted", "The caller left.", { cause: error }) : error;
  return errorResponse(shown, c.get("requestId"));
}
