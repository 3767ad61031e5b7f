import { AnnalistError } from "../domain/errors.ts";
import type { AppContext } from "./app-options.ts";
import { errorResponse } from "./error-response.ts";
import { openAiErrorShape } from "./openai-error.ts";

/**
 * The response to whatever a handler threw, in the shape that callers of its path read. Once the caller has left, a failure is
 * taken to be the work that it broke off.
 */
export function answerFailure(error: unknown, c: AppContext): Response {
  const { aborted } = c.req.raw.signal;
  const shown = aborted ? new AnnalistError("aborted", "The caller left.", { cause: error }) : error;
  return errorResponse(shown, c.get("requestId"), c.req.path.startsWith("/v1/") ? openAiErrorShape : undefined);
}
