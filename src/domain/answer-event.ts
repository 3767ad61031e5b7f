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

/** Events of a finished answer, in the order in which a reader needs them. */
export function* answerEvents(answer: Answer): Generator<AnswerEvent> {
  yield { type: "answer-start", question: answer.question };
  const sent = new Set<number>();
  for (const delta of splitDeltas(answer.answer)) {
    const marker = Number(/\[(\d+)\]/u.exec(delta)?.[1] ?? 0);
    const citation = answer.citations.find((each) => each.marker === marker);
    if (citation !== undefined && !sent.has(marker)) {
      sent.add(marker);
      yield { type: "citation", citation };
    }
    yield { type: "text-delta", delta };
  }
  for (const citation of answer.citations) if (!sent.has(citation.marker)) yield { type: "citation", citation };
  yield { type: "answer-end", answer };
}

function splitDeltas(text: string): string[] {
  const deltas = text.match(piece) ?? [];
  const rest = text.slice(deltas.join("").length);
  return rest === "" ? deltas : [...deltas, rest];
}
