import type { AnswererInput, Draft } from "../../src/answering/answerer.ts";
import { chunkId } from "../../src/domain/chunk.ts";
import type { Passage } from "../../src/domain/passage.ts";
import { splitSentences } from "../../src/text/sentences.ts";

/** Where the first passage starts in its document; not 0, so that offsets into text and document differ. */
const firstStart = 100;

/** Passages of one document, one after another, each with its sentences. */
export function passagesOf(...texts: readonly string[]): readonly Passage[] {
  let start = firstStart;
  return texts.map((text, i) => {
    const offset = start;
    const end = offset + text.length;
    start = end + 2;
    const sentences = splitSentences(text).map((span) => ({ start: offset + span.start, end: offset + span.end }));
    const chunk = {
      id: chunkId("chronicle", offset, end),
      documentId: "chronicle",
      start: offset,
      end,
      heading: ["Relief"],
      sentences,
    };
    return { chunk, text, score: 1 - i / 100 };
  });
}

/** The words of a reference into passages. */
export function quoteOf(
  passages: readonly Passage[],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const passage = passages.find(({ chunk }) => chunk.start <= start && end <= chunk.end);
  if (passage === undefined) throw new Error(`no passage holds ${start}-${end}`);
  return passage.text.slice(start - passage.chunk.start, end - passage.chunk.start);
}

export const population = "In 2022, the permanent resident population in Beijing will decrease to 21.843 million.";
export const relocated = "Since 2014, Beijing has relocated approximately 3000 general manufacturing enterprises.";
export const seedling = "The first seedling was planted on November 13, 2017.";

export const passages = passagesOf(`The relief has achieved initial results. ${relocated} ${population}`, seedling);

const [first] = passages as readonly [Passage, ...Passage[]];

/** What stands where a model has nothing better. */
export const extractive: Draft = {
  status: "answered",
  reason: null,
  sentences: [
    {
      text: population,
      evidence: [{ documentId: "chronicle", ...(first.chunk.sentences[2] as { start: number; end: number }) }],
    },
  ],
  short: "21.843 million",
  confidence: 0.8,
};

export const abstained: Draft = {
  status: "unanswerable",
  reason: "off_topic",
  sentences: [{ text: "The documents say nothing about this.", evidence: [] }],
  short: null,
  confidence: 0.1,
};

export const input: AnswererInput = { question: "How many people live in Beijing?", history: [], passages, extractive };
