import type { Span } from "../domain/span.ts";

/** Cited words; `number` becomes the id `cite-NUMBER`. */
export interface Mark extends Span {
  readonly number: number;
}

/** Marks that overlap become one, under the lowest of their numbers; in the order of the text. */
export function mergeMarks(marks: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.number - b.number)) {
    const last = merged.at(-1);
    if (last === undefined || mark.start >= last.end) merged.push(mark);
    else {
      const number = Math.min(last.number, mark.number);
      merged[merged.length - 1] = { number, start: last.start, end: Math.max(last.end, mark.end) };
    }
  }
  return merged;
}
