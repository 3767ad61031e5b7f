import type { Answer } from "./answer.ts";
import type { Citation } from "./citation.ts";

/** The stream of one answer. Citations come before the text that uses them; the deltas joined equal `Answer.answer`. */
export type AnswerEvent =
  | { readonly type: "answer-start"; readonly question: string }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "text-delta"; readonly delta: string }
  | { readonly type: "answer-end"; readonly answer: Answer }
  | {
      readonly type: "answer-error";
      readonly error: { readonly type: string; readonly title: string; readonly detail: string };
    };

/** Splits after each marker and word, so that no delta holds half a marker. */
const piece = /\s*(?:\[\d+\]|[^\s[]+|\[)/gu;

/** Events of a finished answer, in the order in which a reader needs them: a citation before the first word it supports. */
export function* answerEvents(answer: Answer): Generator<AnswerEvent> {
  yield { type: "answer-start", question: answer.question };
  let waiting = answer.citations;
  let sent = 0;
  for (const delta of splitDeltas(answer.answer)) {
    const reached = sent + delta.length;
    for (const citation of waiting) if (citation.answerStart < reached) yield { type: "citation", citation };
    waiting = waiting.filter(({ answerStart }) => answerStart >= reached);
    yield { type: "text-delta", delta };
    sent = reached;
  }
  for (const citation of waiting) yield { type: "citation", citation };
  yield { type: "answer-end", answer };
}

function splitDeltas(text: string): string[] {
  const deltas = text.match(piece) ?? [];
  const rest = text.slice(deltas.join("").length);
  return rest === "" ? deltas : [...deltas, rest];
}
