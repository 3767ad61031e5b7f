import type { Answer } from "../src/domain/answer.ts";
import { isOnEvidence, squeezeWhiteSpace } from "./on-evidence.ts";

/**
 * A stretch of an answer: a verbatim quotation of the evidence, one of another sentence that is cited, or the answer's
 * own words.
 */
export interface AnswerSegment {
  readonly origin: "evidence" | "quote" | "own";
  readonly text: string;
}

/** The answer's text without its markers, cut at whole quotations, white space squeezed, in reading order. */
export function answerSegments(
  { answer, citations }: Pick<Answer, "answer" | "citations">,
  evidence: readonly string[],
): readonly AnswerSegment[] {
  const markers = new Set(citations.map(({ marker }) => `[${marker}]`));
  const clean = (text: string): string =>
    squeezeWhiteSpace(text.replace(/\[\d+\]/gu, (found) => (markers.has(found) ? " " : found)));
  const quotations = [
    ...evidence.map((text) => ({ origin: "evidence" as const, text: clean(text) })),
    ...citations.map(({ quote }) => ({
      origin: isOnEvidence(quote, evidence) ? ("evidence" as const) : ("quote" as const),
      text: clean(quote),
    })),
  ]
    .filter(({ text }) => text !== "")
    // Longest first: a sentence that is part of a longer quotation must not cut it in two.
    .sort((a, b) => b.text.length - a.text.length);
  let segments: AnswerSegment[] = [{ origin: "own", text: clean(answer) }];
  for (const quotation of quotations) {
    segments = segments.flatMap((segment) => (segment.origin === "own" ? cut(segment.text, quotation) : [segment]));
  }
  return segments;
}

function cut(text: string, quotation: AnswerSegment): AnswerSegment[] {
  return text.split(quotation.text).flatMap((own, i) => {
    const rest: AnswerSegment[] = own.trim() === "" ? [] : [{ origin: "own", text: own.trim() }];
    return i === 0 ? rest : [quotation, ...rest];
  });
}
