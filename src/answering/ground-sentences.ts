import type { Passage } from "../domain/passage.ts";
import { alignCitations, type CandidateSentence } from "../grounding/align-citations.ts";
import { splitSentences } from "../text/sentences.ts";
import type { SentenceRef } from "./answerer.ts";
import { cleanModelText } from "./clean-model-text.ts";
import type { ModelAnswer } from "./model-answer.ts";
import { passageId } from "./render-passages.ts";

/** A sentence of a model that stands, and the sentence of a passage it rests on. */
export interface GroundedSentence {
  readonly text: string;
  readonly evidence: SentenceRef;
  readonly quote: string;
}

type Evidence = Pick<GroundedSentence, "evidence" | "quote">;

const maxSentences = 3;
/** More than any sentence of an answer needs; bounds the work on a model's words. */
const maxLength = 1000;

/**
 * The sentences of a model's answer that hold against the passages they name, at most three, each with the one whole
 * sentence that supports it best. All others are dropped: without an id that was given out, or with a number, a name or
 * a denial that no sentence of these passages supports.
 */
export function groundSentences(
  sentences: ModelAnswer["sentences"],
  passages: readonly Passage[],
): readonly GroundedSentence[] {
  const known = new Map(passages.map((passage, i) => [passageId(i), passage]));
  const grounded: GroundedSentence[] = [];
  for (const { text, passages: ids } of sentences) {
    if (text.length > maxLength) continue;
    const named = [...new Set(ids.map((id) => id.trim()))].flatMap((id) => known.get(id) ?? []);
    const candidates = named.flatMap(sentencesOf);
    const cleaned = cleanModelText(text);
    for (const { start, end } of splitSentences(cleaned)) {
      if (grounded.length === maxSentences) return grounded;
      const claim = cleaned.slice(start, end);
      const isRepeated = grounded.some((each) => each.text === claim);
      const alignment = isRepeated ? null : alignCitations(claim, candidates);
      if (alignment !== null) grounded.push({ text: claim, ...alignment.ref });
    }
  }
  return grounded;
}

function sentencesOf({ chunk, text }: Passage): CandidateSentence<Evidence>[] {
  const heading = chunk.heading.join(". ");
  return chunk.sentences.map(({ start, end }) => {
    const quote = text.slice(start - chunk.start, end - chunk.start);
    const surroundings = `${heading}. ${text.slice(0, start - chunk.start)}`;
    return { text: quote, surroundings, ref: { evidence: { documentId: chunk.documentId, start, end }, quote } };
  });
}
