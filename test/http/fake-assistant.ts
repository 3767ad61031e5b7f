import type { Answer } from "../../src/domain/answer.ts";
import type { Assistant } from "../../src/domain/assistant.ts";
import { createCatalog } from "../../src/domain/catalog.ts";
import type { Citation } from "../../src/domain/citation.ts";
import { checkCollection } from "../../src/domain/collection.ts";
import type { Document } from "../../src/domain/document.ts";
import type { PassageView } from "../../src/domain/passage.ts";
import type { Span } from "../../src/domain/span.ts";
import type { VerifiedSentence } from "../../src/domain/verification.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { makeDocument } from "../make-document.ts";

const opening = "On Saturdays the reading room opens at 9:30.";
const closing = "It closes at 17:00 on all days.";

export const handbook: Document = {
  id: "library-handbook",
  title: "Library <handbook> & rules",
  path: "library-handbook.txt",
  url: "https://library.example/handbook?a=1&b=2",
  author: null,
  publisher: "The library",
  date: "2024-02-01",
  language: null,
  pages: null,
  mediaType: "text/plain",
  text: `Library handbook\n\nRooms\n\n${opening} ${closing}\n\n<script>alert("x")</script> & "more" 😀.\n\nThe end. The end.\n`,
};

/** A document whose id is not ASCII. */
export const chinese = makeDocument({
  id: "京津冀",
  path: "reports/京津冀.txt",
  title: "京津冀",
  text: "京津冀协同发展。\n",
});

const catalog = createCatalog([handbook, chinese], []);

export function spanOf(quote: string): { start: number; end: number } {
  const start = handbook.text.indexOf(quote);
  if (start === -1) throw new Error(`not in the handbook: ${quote}`);
  return { start, end: start + quote.length };
}

/** An answer that cites `quote` for all of its text. */
export function answerOf(text: string, quotes: readonly string[] = []): Answer {
  return {
    id: "ans_1",
    status: quotes.length > 0 ? "answered" : "unanswerable",
    reason: quotes.length > 0 ? null : "not_in_corpus",
    question: "When does the reading room open on Saturdays?",
    answer: text,
    short: null,
    confidence: 0.94,
    citations: quotes.map((quote, index) => citationOf(index + 1, quote, text.length)),
    passages: [passage],
    suggestions: [],
    answerer: "extractive",
    generation: "000001",
    timings: { retrieveMs: 0.4, answerMs: 0.2, totalMs: 0.7 },
  };
}

/** Answers questions about Saturdays from the handbook and says of any other that the corpus doesn't hold it. */
export function createFakeAssistant(changes: Partial<Assistant> = {}): Assistant {
  return {
    generation: "000001",
    embedder: "static",
    answerer: "extractive",
    ask: async ({ question }) =>
      /saturday/iu.test(question)
        ? answerOf(`${opening} [1] ${closing} [2]`, [opening, closing])
        : { ...answerOf("The documents don't say."), question },
    search: async ({ query, limit, collection }) => {
      checkCollection(catalog.collections(), collection);
      return { query, passages: [passage].slice(0, limit), generation: "000001" };
    },
    verify: async ({ text }) => ({
      sentences: [verified(text)],
      summary: { supported: 1, partial: 0, unsupported: 0, contradicted: 0 },
      generation: "000001",
    }),
    ...catalog,
    sentences: (id) => sentencesOf((changes.document ?? catalog.document)(id)?.text ?? ""),
    suggestions: () => ["When does the reading room open on Saturdays?"],
    ...changes,
  };
}

const passage: PassageView = {
  chunkId: "library-handbook#25-100",
  documentId: handbook.id,
  ...spanOf(`${opening} ${closing}`),
  text: `${opening} ${closing}`,
  heading: ["Rooms"],
};

/** Each line is split on its own, as the lines of a plain text are at ingest. */
function sentencesOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/.+/gu)).flatMap(({ index, 0: { length } }) =>
    splitSentences(text, { start: index, end: index + length }),
  );
}

/** The text as one sentence that the opening hours support. */
function verified(text: string): VerifiedSentence {
  const place = { documentId: handbook.id, ...spanOf(opening) };
  const words = { start: 0, end: text.length, text };
  return {
    ...words,
    status: "supported",
    reason: null,
    coverage: 1,
    evidence: [{ ...place, title: handbook.title, quote: opening, url: `/read/${handbook.id}` }],
    findings: [
      { kind: "word", claim: words, verdict: "missing" },
      { kind: "number", claim: words, evidence: { ...place, text: opening }, verdict: "met" },
    ],
  };
}

function citationOf(marker: number, quote: string, answerEnd: number): Citation {
  const { start, end } = spanOf(quote);
  return {
    marker,
    documentId: handbook.id,
    title: handbook.title,
    date: handbook.date,
    start,
    end,
    quote,
    prefix: handbook.text.slice(Math.max(0, start - 32), start),
    suffix: handbook.text.slice(end, end + 32),
    answerStart: 0,
    answerEnd,
    url: `/read/${handbook.id}?cite=${start}-${end}`,
  };
}
