import type { AppHandler, AppOptions } from "./app-options.ts";
import { feedbackSchema } from "./feedback-schema.ts";
import { readBody } from "./read-body.ts";
import { parseWith } from "./request-schema.ts";

/** `POST /feedback`: what a person says of an answer -> whether it was kept, which a server does only when told where. */
export function feedbackRoute({ feedback, assistant }: Pick<AppOptions, "feedback" | "assistant">): AppHandler {
  return async (c) => {
    const given = parseWith(feedbackSchema, await readBody(c.req.raw));
    if (feedback !== undefined) await feedback.add({ ...given, generation: assistant()?.generation ?? null });
    return c.json({ stored: feedback !== undefined }, 200, { "cache-control": "no-store" });
  };
}
