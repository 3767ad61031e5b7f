import type { Citation } from "../domain/citation.ts";
import type { Document } from "../domain/document.ts";
import type { Passage } from "../domain/passage.ts";
import type { Draft, SentenceRef } from "./answerer.ts";
import { readerLink } from "./reader-link.ts";

export interface Composed {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

export interface ComposeOptions {
  readonly document: (id: string) => Document | null;
  /** SHA-256 of a document, lower-case hex. */
  readonly hash: (id: string) => string;
  readonly passages: readonly Passage[];
}

const contextLength = 32;

/**
 * Draft -> text with markers, and citations whose quotes are cut out of the documents here and nowhere else.
 * Evidence that is not a whole sentence of a retrieved passage is refused, and a claim left without evidence is dropped.
 */
export function compose({ sentences, status }: Draft, options: ComposeOptions): Composed {
  const retrieved = new Set(
    options.passages.flatMap(({ chunk }) =>
      chunk.sentences.map(({ start, end }) => keyOf({ documentId: chunk.documentId, start, end })),
    ),
  );
  const markers = new Map<string, number>();
  const citations: Citation[] = [];
  let answer = "";
  for (const { text, evidence } of sentences) {
    const refs = evidence.filter((ref) => retrieved.has(keyOf(ref)));
    if (refs.length === 0 && status !== "unanswerable") continue;
    const answerStart = answer === "" ? 0 : answer.length + 1;
    const words = text.replace(/\s+/gu, " ").trim();
    answer += (answer === "" ? "" : " ") + words;
    const answerEnd = answer.length;
    for (const ref of refs) {
      const key = keyOf(ref);
      const marker = markers.get(key) ?? markers.size + 1;
      answer += ` [${marker}]`;
      if (markers.has(key)) continue;
      markers.set(key, marker);
      citations.push(cite(ref, { marker, answerStart, answerEnd }, options));
    }
  }
  return { answer, citations };
}

function cite(
  { documentId, start, end }: SentenceRef,
  place: Pick<Citation, "marker" | "answerStart" | "answerEnd">,
  { document, hash }: ComposeOptions,
): Citation {
  const found = document(documentId);
  if (found === null) throw new Error(`citation of ${documentId}, which this generation does not hold`);
  const quote = found.text.slice(start, end);
  return {
    marker: place.marker,
    documentId,
    title: found.title,
    date: found.date,
    start,
    end,
    quote,
    prefix: found.text.slice(Math.max(0, start - contextLength), start),
    suffix: found.text.slice(end, end + contextLength),
    answerStart: place.answerStart,
    answerEnd: place.answerEnd,
    url: readerLink({ documentId, start, end }, { quote, hash: hash(documentId) }),
  };
}

function keyOf({ documentId, start, end }: SentenceRef): string {
  return `${documentId}#${start}-${end}`;
}
