import { createHash } from "node:crypto";
import type { KeptFeedback } from "./feedback-file.ts";

/** A line of a case file (docs/evaluation.md) that a person has yet to look over. */
export interface DraftCase {
  readonly id: string;
  readonly kind: "direct" | "unanswerable";
  readonly question: string;
  readonly answers: readonly string[];
  readonly evidence: readonly string[];
  readonly abstain?: true;
  readonly note: string;
}

/**
 * Feedback -> draft cases, one for each question and answer, in the order of their first rating. Where all ratings are
 * up, the words before each marker, which our own answers quote, are answer and evidence, and an answer that cites
 * nothing was a fitting refusal. Else both stay empty, for a person to fill in. An id depends on question and answer
 * alone, so that later ratings don't change it.
 */
export function draftCases(entries: readonly KeptFeedback[]): readonly DraftCase[] {
  const groups = Map.groupBy(entries, ({ question, answer }) => JSON.stringify([question, answer]));
  return [...groups].map(([key, rated]) => draftCase(key, rated as [KeptFeedback, ...KeptFeedback[]]));
}

function draftCase(key: string, rated: readonly [KeptFeedback, ...KeptFeedback[]]): DraftCase {
  const [{ question, answer }] = rated;
  const ups = rated.filter(({ rating }) => rating === "up").length;
  const quotes = ups === rated.length ? quotesOf(answer) : [];
  const isRefusal = ups === rated.length && quotes.length === 0;
  return {
    id: `feedback-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`,
    kind: isRefusal ? "unanswerable" : "direct",
    question,
    answers: quotes,
    evidence: quotes,
    ...(isRefusal ? { abstain: true } : {}),
    note: noteOf(rated, ups),
  };
}

/** The stretches of an answer that end in a marker; what stands behind the last one rests on nothing. */
function quotesOf(answer: string): readonly string[] {
  const quotes = answer
    .split(/(?:\s*\[\d{1,3}\])+/u)
    .slice(0, -1)
    .map((quote) => quote.trim());
  return [...new Set(quotes.filter((quote) => quote !== ""))];
}

function noteOf(rated: readonly [KeptFeedback, ...KeptFeedback[]], ups: number): string {
  const [{ answer, at }] = rated;
  const counts = [
    ...(ups > 0 ? [`${ups} up`] : []),
    ...(rated.length > ups ? [`${rated.length - ups} down`] : []),
  ].join(", ");
  const comments = [...new Set(rated.flatMap(({ comment }) => comment ?? []))].map((comment) =>
    JSON.stringify(comment),
  );
  const said = comments.length === 0 ? "" : ` Comments: ${comments.join("; ")}.`;
  return `Draft from feedback of ${at.slice(0, 10)}, rated ${counts}.${said} Answered: ${JSON.stringify(answer)}.`;
}
