import type { Chunk } from "./chunk.ts";

/** A chunk retrieved for one question, with its words and the score it was ranked by (higher is better). */
export interface Passage {
  readonly chunk: Chunk;
  readonly text: string;
  readonly score: number;
}

/** A passage as it crosses the wire. */
export interface PassageView {
  readonly chunkId: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly heading: readonly string[];
}

export function viewPassage({ chunk, text }: Passage): PassageView {
  const { id, documentId, start, end, heading } = chunk;
  return { chunkId: id, documentId, start, end, text, heading };
}
