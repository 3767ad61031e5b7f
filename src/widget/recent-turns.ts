import { questionLimits } from "../client/ask-client.ts";
import type { Turn } from "../domain/question.ts";

/** Bytes of JSON that a history may take, so that it fits a request of 64 KiB beside the longest question. */
const maxHistoryBytes = 48 * 1024;

/** The newest exchanges that fit into one request, oldest first. `turns` alternates question and answer. */
export function recentTurns(turns: readonly Turn[]): readonly Turn[] {
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
