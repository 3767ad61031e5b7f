import type { Case } from "../../eval/case.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Citation } from "../../src/domain/citation.ts";

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
