import type { Answer } from "../../src/domain/answer.ts";
import type { Citation } from "../../src/domain/citation.ts";

/** The paragraph that the scripted answers rest on. */
export const paragraph =
  "The reading room is on the first floor. On Saturdays the reading room opens at 9:30. It closes at 17:00, and at 13:00 on the eve of a public holiday. Loans are renewed at the desk.";

const documentStart = 8083;

/** A complete answer; `changes` replaces any of its fields. */
export function makeAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    id: "ans_1",
    status: "answered",
    reason: null,
    question: "When does the reading room open on Saturdays?",
    answer:
      "On Saturdays the reading room opens at 9:30. [1] It closes at 17:00, and at 13:00 on the eve of a public holiday. [2]",
    short: "9:30",
    confidence: 0.94,
    citations: [
      makeCitation(1, "On Saturdays the reading room opens at 9:30."),
      {
        ...makeCitation(2, "It closes at 17:00, and at 13:00 on the eve of a public holiday."),
        answerStart: 49,
        answerEnd: 113,
      },
    ],
    passages: [
      {
        chunkId: "library-handbook#8083",
        documentId: "library-handbook",
        start: documentStart,
        end: documentStart + paragraph.length,
        text: paragraph,
        heading: ["Visiting", "Opening hours"],
      },
    ],
    suggestions: ["When does it open on Sundays?"],
    answerer: "extractive",
    generation: "000001",
    timings: { retrieveMs: 0, answerMs: 0, totalMs: 0 },
    ...changes,
  };
}

export function makeCitation(marker: number, quote: string): Citation {
  const at = paragraph.indexOf(quote);
  const start = documentStart + at;
  const end = start + quote.length;
  return {
    marker,
    documentId: "library-handbook",
    title: "Library handbook",
    date: "2023-05-15",
    start,
    end,
    quote,
    prefix: paragraph.slice(Math.max(0, at - 32), at),
    suffix: paragraph.slice(at + quote.length).slice(0, 32),
    answerStart: 0,
    answerEnd: quote.length,
    url: `/read/library-handbook?cite=${start}-${end}`,
  };
}

export const unanswerable = makeAnswer({
  status: "unanswerable",
  reason: "not_in_corpus",
  answer: "The documents do not say when the reading room opens on Sundays.",
  short: null,
  citations: [],
  suggestions: [],
});
