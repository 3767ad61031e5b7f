import * as z from "zod";
import type { Feedback } from "../domain/feedback.ts";
import { limits } from "../domain/limits.ts";
import { boundedText } from "./request-schema.ts";

/** Body of `POST /feedback`. */
export const feedbackSchema = z.strictObject({
  answerId: boundedText(100, "The id of the answer, as /ask returned it."),
  question: boundedText(limits.questionCodePoints, "What was asked."),
  answer: boundedText(limits.turnCodePoints, "The answer's text, with its markers."),
  rating: z.enum(["up", "down"]),
  comment: z.exactOptional(boundedText(limits.commentCodePoints, "What was good or wrong about it.")),
}) satisfies z.ZodType<Feedback>;

/** What `POST /feedback` answers. */
export const feedbackReceiptSchema = z.strictObject({
  stored: z.boolean().meta({ description: "False where the server was started without a folder to keep feedback in." }),
});
