import type { Generation } from "../search-index/generation.ts";
import { sentenceTimes } from "../text/sentence-times.ts";
import type { TimeExpression } from "../text/time-expressions.ts";

/** The times of a sentence by number; those of a whole chunk are read at once and kept, up to `capacity` chunks. */
export function createTimeReader({
  generation: { lexical, chunks, documents },
  textOf,
  capacity = 10_000,
}: {
  readonly generation: Pick<Generation, "lexical" | "chunks" | "documents">;
  readonly textOf: (sentence: number) => string;
  readonly capacity?: number;
}): (sentence: number) => readonly TimeExpression[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  let kept = new Map<number, readonly (readonly TimeExpression[])[]>();

  function read(chunk: number): readonly (readonly TimeExpression[])[] {
    const known = kept.get(chunk);
    if (known !== undefined) return known;
    const first = lexical.firstSentence(chunk);
    const length = lexical.firstSentence(chunk + 1) - first;
    const document = byId.get(chunks[chunk]?.documentId ?? "");
    const times = sentenceTimes({
      sentences: Array.from({ length }, (_, i) => textOf(first + i)),
      headings: [document?.title ?? "", ...(chunks[chunk]?.heading ?? [])],
      date: document?.date ?? null,
    });
    if (kept.size >= capacity) kept = new Map();
    kept.set(chunk, times);
    return times;
  }

  return (sentence) => {
    const chunk = lexical.chunkOf(sentence);
    return read(chunk)[sentence - lexical.firstSentence(chunk)] ?? [];
  };
}
