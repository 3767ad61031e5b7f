import { readAnswer } from "../client/read-answer.ts";
import type { Answer } from "../domain/answer.ts";

/** A question with its answer; null where that was stopped, failed or was still coming. */
export interface Exchange {
  readonly question: string;
  readonly answer: Answer | null;
}

/** Exchanges kept; with their passages they stay far below the 5 MB that a browser gives. */
const maxKept = 30;

/** The conversation of one tab under a key. What is stored is checked as if it came over the wire; what doesn't fit is left out. */
export function loadConversation(key: string): readonly Exchange[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.flatMap(readExchange) : [];
  } catch {
    return [];
  }
}

/** Stores the newest exchanges. A browser that keeps nothing, or has no room, is no failure: the page goes on without. */
export function saveConversation(key: string, exchanges: readonly Exchange[]): void {
  try {
    if (exchanges.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(exchanges.slice(-maxKept)));
  } catch {
    // Nothing to do: storage is switched off or full.
  }
}

function readExchange(value: unknown): Exchange[] {
  const { question, answer } = Object(value) as Record<string, unknown>;
  if (typeof question !== "string") return [];
  try {
    return [{ question, answer: answer === null ? null : readAnswer(answer) }];
  } catch {
    return [];
  }
}
