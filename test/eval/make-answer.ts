import type { Case } from "../../eval/case.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Citation } from "../../src/domain/citation.ts";
import type { Explanation } from "../../src/domain/explanation.ts";

/** A case with every field filled; what a test is about is passed in. */
export function makeCase(fields: Partial<Case> = {}): Case {
  return {
    id: "case-1",
    kind: "direct",
    question: "When does it open?",
    history: [],
    answers: [],
    allOf: [],
    evidence: [],
    mustNot: [],
    abstain: false,
    correction: [],
    abstainPart: null,
    type: null,
    closest: null,
    note: null,
    ...fields,
  };
}

export function makeCitation(fields: Partial<Citation> = {}): Citation {
  return {
    marker: 1,
    documentId: "doc",
    title: "Doc",
    date: null,
    start: 0,
    end: fields.quote?.length ?? 0,
    quote: "",
    prefix: "",
    suffix: "",
    answerStart: 0,
    answerEnd: 0,
    url: "",
    ...fields,
  };
}

export function makeAnswer(fields: Partial<Answer> = {}): Answer {
  return {
    id: "ans_1",
    status: "answered",
    reason: null,
    question: "When does it open?",
    answer: "",
    short: null,
    confidence: 0.5,
    citations: [],
    passages: [],
    suggestions: [],
    answerer: "extractive",
    generation: "000001",
    timings: { retrieveMs: 0, answerMs: 0, totalMs: 0 },
    ...fields,
  };
}

/** The explanation of a refusal: one part for each of the sentences, which was the first to be considered for it. */
export function makeExplanation(withheld: readonly string[]): Explanation {
  const question = "When does it open?";
  return {
    question: { asked: question, cleaned: question, standalone: question, rewritten: false },
    parts: withheld.map((text) => ({
      question,
      analysis: { terms: [], focus: null, answerType: "time", negated: false, times: [], corrections: [] },
      orders: { dense: [], lexical: [], expanded: [], fused: [] },
      reranked: { candidates: 2, largest: {}, sentences: [] },
      decision: {
        answered: false,
        reason: "not_in_corpus",
        confidence: { inputs: {}, score: 0, probability: 0.2, threshold: 0.5 },
        joiningMargin: 1,
        considered: [text, "Another sentence."].map((each, i) => ({
          documentId: "doc",
          start: 0,
          end: each.length,
          text: each,
          score: -3 * i,
          words: each.split(" ").length,
          choice: i === 0 ? "chosen" : "far-below",
        })),
        correction: null,
        short: null,
      },
    })),
    foreign: null,
  };
}
