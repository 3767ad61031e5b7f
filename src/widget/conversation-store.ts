import { readAnswer } from "../client/read-answer.ts";
import type { Answer } from "../domain/answer.ts";

/** A question with its answer; null where that was stopped, failed or was still coming. */
export interface Exchange {
  readonly question: string;
  readonly answer: Answer | null;
}

/** An exchange with its place in the conversation: numbers ascend and may have gaps. */
export interface NumberedExchange extends Exchange {
  readonly number: number;
}

/** Exchanges kept; with their passages they stay far below the 5 MB that a browser gives. */
const maxKept = 30;

/**
 * The conversation of one tab, in order, each exchange under its own key: `prefix` and its number. What is stored is checked
 * as if it came over the wire; what doesn't fit is left out.
 */
export function loadConversation(prefix: string): readonly NumberedExchange[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix) && /^\d+$/.test(key.slice(prefix.length)))
      .flatMap((key) => readExchange(Number(key.slice(prefix.length)), sessionStorage.getItem(key)))
      .sort((a, b) => a.number - b.number);
  } catch {
    return [];
  }
}

/**
 * Stores one exchange, or with null forgets it; the oldest goes when there are too many. A browser that keeps nothing, or has
 * no room, is no failure: the page goes on without.
 */
export function keepExchange(prefix: string, number: number, exchange: Exchange | null): void {
  try {
    sessionStorage.removeItem(prefix + (exchange === null ? number : number - maxKept));
    if (exchange !== null) sessionStorage.setItem(prefix + number, JSON.stringify(exchange));
  } catch {
    // Nothing to do: storage is switched off or full.
  }
}

function readExchange(number: number, stored: string | null): NumberedExchange[] {
  try {
    const { question, answer } = Object(JSON.parse(stored ?? "")) as Record<string, unknown>;
    return typeof question === "string"
      ? [{ number, question, answer: answer === null ? null : readAnswer(answer) }]
      : [];
  } catch {
    return [];
  }
}
