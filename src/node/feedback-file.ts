import * as z from "zod";
import type { FeedbackEntry } from "../domain/feedback.ts";
import { feedbackSchema } from "../http/feedback-schema.ts";

/** The file in a data folder that holds all feedback, one JSON object a line. */
export const feedbackFile = "feedback.jsonl";

/** An entry with the time at which it was kept, in ISO 8601. */
export interface KeptFeedback extends FeedbackEntry {
  readonly at: string;
}

const keptSchema = feedbackSchema.extend({
  generation: z.string().nullable(),
  at: z.string(),
}) satisfies z.ZodType<KeptFeedback>;

/**
 * What a feedback file holds, in order, and the numbers of the lines that are no feedback: a machine that stopped in the
 * middle of a write leaves the beginning of one.
 */
export function parseFeedback(text: string): {
  readonly entries: readonly KeptFeedback[];
  readonly torn: readonly number[];
} {
  const entries: KeptFeedback[] = [];
  const torn: number[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const parsed = keptSchema.safeParse(jsonOf(line));
    if (parsed.success) entries.push(parsed.data);
    else torn.push(i + 1);
  }
  return { entries, torn };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
