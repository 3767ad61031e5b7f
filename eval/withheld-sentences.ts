import type { Explanation } from "../src/domain/explanation.ts";

/** The sentence that each part of a refused question would have been answered with first; empty where nothing was found. */
export function withheldSentences({ parts, foreign }: Explanation): readonly string[] {
  const lists = foreign === null ? parts.map(({ decision }) => decision?.considered ?? []) : [foreign.sentences];
  return lists.flatMap(([best]) => (best === undefined ? [] : [best.text]));
}
