import { questionLimits, type Turn } from "../domain/question.ts";

/** Bytes of JSON that a history may take, so that it fits a request of 64 KiB beside the longest question. */
const maxHistoryBytes = 48 * 1024;

/**
 * The newest exchanges that fit into one request, oldest first. `turns` alternates question and answer; an answer that is
 * too long for one turn is cut at its end.
 */
export function recentTurns(all: readonly Turn[]): readonly Turn[] {
  const turns = all.map(({ role, content }) => ({ role, content: role === "user" ? content : shorten(content) }));
  const encoder = new TextEncoder();
  let first = turns.length;
  let bytes = 0;
  while (first >= 2 && turns.length - first + 2 <= questionLimits.maxTurns) {
    bytes += encoder.encode(JSON.stringify(turns.slice(first - 2, first))).length;
    if (bytes > maxHistoryBytes) break;
    first -= 2;
  }
  return turns.slice(first);
}

function shorten(content: string): string {
  const { maxTurnCodePoints } = questionLimits;
  return content.length <= maxTurnCodePoints ? content : [...content].slice(0, maxTurnCodePoints).join("");
}
