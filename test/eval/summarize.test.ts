import { describe, expect, it } from "vitest";
import type { Case } from "../../eval/case.ts";
import { type EvaluationDocument, prepareDocument } from "../../eval/evaluation-document.ts";
import { type JudgedCase, judgeRun } from "../../eval/judged-case.ts";
import { calibrateCases, summarize } from "../../eval/summarize.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Explanation } from "../../src/domain/explanation.ts";
import { makeAnswer, makeCase, makeCitation, makeExplanation } from "./make-answer.ts";

const text = "The lock opens at nine. The lock is old.";
const lock: EvaluationDocument = { id: "doc", fileName: "doc.txt", text };
const documents = new Map([["doc", prepareDocument(lock)]]);
const opens = makeCitation({ marker: 1, start: 0, end: 23, quote: "The lock opens at nine." });
const old = makeCitation({ marker: 2, start: 24, end: 40, quote: "The lock is old." });

const answerable: Partial<Case> = { answers: ["nine"], evidence: [opens.quote] };
const nearMiss: Partial<Case> = { abstain: true };
const falsePremise: Partial<Case> = { abstain: true, correction: ["is old"] };

function judged(
  testCase: Partial<Case>,
  { explanation = null, ...answer }: Partial<Omit<Answer, "explanation">> & { explanation?: Explanation | null },
  half: "tuning" | "gating" = "gating",
): JudgedCase {
  const run = { testCase: makeCase(testCase), answer: makeAnswer(answer), explanation, latencyMs: 1 };
  return judgeRun(run, half, documents);
}

const right = judged(answerable, {
  answer: "The lock opens at nine. [1]",
  citations: [opens],
  confidence: 0.9,
  short: "nine",
});
const wrong = judged(answerable, { answer: "The lock is old. [2]", citations: [old], confidence: 0.6 });
const refused = judged(answerable, { answer: "It does not say so.", status: "unanswerable", confidence: 0.1 });
const refusal = { answer: "It does not say so.", status: "unanswerable" } as const;
const withheld = judged(answerable, { ...refusal, confidence: 0.4, explanation: makeExplanation([opens.quote]) });
const astray = judged(answerable, { ...refusal, confidence: 0.3, explanation: makeExplanation([old.quote]) });
const falseAnswer = judged(nearMiss, { answer: "The lock is old. [2]", citations: [old], confidence: 0.7 });
const abstention = judged(nearMiss, { answer: "It does not say so.", status: "unanswerable", confidence: 0.2 });

describe("judgeRun", () => {
  it.each<[string, JudgedCase, { answered: boolean; refused: boolean }]>([
    ["an answer", right, { answered: true, refused: false }],
    ["a refusal", refused, { answered: false, refused: true }],
    ["a false answer", falseAnswer, { answered: true, refused: false }],
    ["a due abstention", abstention, { answered: false, refused: true }],
    [
      "a denial that calls itself an answer, which is no false answer",
      judged(falsePremise, { answer: "The lock is old. [2]", citations: [old] }),
      { answered: false, refused: false },
    ],
    [
      "a denial that calls itself a refusal, which is no false refusal",
      judged({ ...answerable, correction: ["is old"] }, { answer: "It is old.", status: "unanswerable" }),
      { answered: false, refused: false },
    ],
  ])("%s", (_, { answered, refused: isRefused }, expected) => {
    expect({ answered, refused: isRefused }).toEqual(expected);
  });

  it.each<[string, boolean | null, JudgedCase]>([
    ["is right where it is on the evidence", true, withheld],
    ["is wrong where it is not", false, astray],
    ["is wrong where none was found", false, judged(answerable, { ...refusal, explanation: makeExplanation([]) })],
    [
      "is right where that of one of several parts is",
      true,
      judged(answerable, { ...refusal, explanation: makeExplanation([old.quote, opens.quote]) }),
    ],
    ["is not known without an explanation", null, refused],
    [
      "is none where an abstention is due",
      null,
      judged(nearMiss, { ...refusal, explanation: makeExplanation([old.quote]) }),
    ],
    ["is none where there was an answer", null, judged(answerable, { explanation: makeExplanation([opens.quote]) })],
  ])("the sentence that was withheld %s", (_, expected, { withheldRight }) => {
    expect(withheldRight).toBe(expected);
  });

  it("counts words without markers", () => {
    expect(right.words).toBe(5);
  });
});

describe("summarize", () => {
  it("counts each figure over the cases that it is about", () => {
    const [figures] = summarize([right, wrong, refused, falseAnswer, abstention]);
    expect(figures).toMatchObject({
      kind: "direct",
      half: "gating",
      cases: 5,
      answerable: 3,
      verdicts: { right: 2, hedged: 0, misquote: 0, wrong: 3 },
      strict: { count: 2, total: 5 },
      falseAnswers: { count: 1, total: 2 },
      falseRefusals: { count: 1, total: 3 },
      citationVerbatim: { count: 3, total: 3 },
      citationFirst: { count: 1, total: 2 },
      citationPrecision: { count: 1, total: 2 },
      recallAt1: { count: 0, total: 3 },
      exactMatch: 1 / 3,
      wordsMedian: 4,
      wordsP90: 5,
    });
  });

  it("counts the refusals whose withheld sentence was right, of those that are explained", () => {
    const [figures] = summarize([right, refused, withheld, withheld, astray, abstention]);
    expect(figures?.withheldRight).toMatchObject({ count: 2, total: 3 });
    expect(summarize([right, refused])[0]?.withheldRight).toBeNull();
  });

  it("keeps the halves and the kinds apart, kinds in the order of the format", () => {
    const typo = judged({ ...answerable, kind: "typo" }, { answer: "nine" });
    const tuned = judged(answerable, { answer: "nine" }, "tuning");
    expect(summarize([typo, right, tuned]).map(({ kind, half, cases }) => [kind, half, cases])).toEqual([
      ["direct", "tuning", 1],
      ["direct", "gating", 1],
      ["typo", "gating", 1],
    ]);
  });

  it("gives null, not 0, where there is nothing to count", () => {
    const [figures] = summarize([abstention]);
    expect(figures).toMatchObject({ falseRefusals: null, citationFirst: null, mrr: null, f1: null, wordsMedian: null });
  });
});

describe("calibrateCases", () => {
  it("takes a near miss for wrong whatever the status, and leaves out refusals that nothing explains", () => {
    // Wrong at 0.2, 0.6 and 0.7; right at 0.9. The refusal at 0.1 shows no best answer.
    expect(calibrateCases([right, wrong, refused, falseAnswer, abstention])).toMatchObject({ forecasts: 4, auroc: 1 });
    const humble = { ...right, confidence: 0.65 };
    expect(calibrateCases([humble, wrong, refused, falseAnswer, abstention]).auroc).toBeCloseTo(2 / 3, 12);
  });

  it("takes a refusal of an answerable case for right where the sentence that was withheld is", () => {
    // Right at 0.4 and 0.9, wrong at 0.3 and 0.6: three of the four pairs are in order.
    expect(calibrateCases([right, wrong, withheld, astray])).toMatchObject({ forecasts: 4, auroc: 0.75 });
    expect(calibrateCases([withheld]).brier).toBeCloseTo(0.6 ** 2, 12);
    expect(calibrateCases([astray]).brier).toBeCloseTo(0.3 ** 2, 12);
  });

  it("does not call a due abstention a right answer", () => {
    expect(calibrateCases([abstention])).toMatchObject({ auroc: null, brier: 0.2 ** 2 });
  });
});
