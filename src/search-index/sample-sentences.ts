import type { Span } from "../domain/span.ts";
import type { GenerationContent } from "./generation.ts";

/** A sentence of the corpus with what stands above it. */
export interface PlacedSentence extends Span {
  readonly documentId: string;
  readonly text: string;
  readonly title: string;
  /** Headings above, outermost first. */
  readonly heading: readonly string[];
  /** No other sentence stands between it and the headings above. */
  readonly opensSection: boolean;
  /** Publication year of the document, null where it is not known. */
  readonly published: number | null;
}

/** At most `limit` sentences in reading order, evenly over the corpus, so that no part of a large one is left out. */
export function sampleSentences(
  { documents, chunks }: Pick<GenerationContent, "documents" | "chunks">,
  limit: number,
): readonly PlacedSentence[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const total = chunks.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const step = Math.max(1, total / limit);
  const sampled: PlacedSentence[] = [];
  let number = 0;
  let section = "";
  for (const { documentId, heading, sentences } of chunks) {
    const { text = "", title = "", date = null } = byId.get(documentId) ?? {};
    const published = date === null ? null : Number(date.slice(0, 4));
    for (const { start, end } of sentences) {
      const here = JSON.stringify([documentId, heading]);
      const opensSection = here !== section;
      section = here;
      if (Math.floor(++number / step) === Math.floor((number - 1) / step)) continue;
      sampled.push({ documentId, start, end, text: text.slice(start, end), title, heading, opensSection, published });
    }
  }
  return sampled;
}
