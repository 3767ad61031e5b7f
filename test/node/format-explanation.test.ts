import { expect, it } from "vitest";
import type { Explanation, PartExplanation } from "../../src/domain/explanation.ts";
import { formatExplanation } from "../../src/node/format-explanation.ts";
import { makeExplanation } from "../eval/make-answer.ts";

const sentence = { documentId: "doc", start: 0, end: 27, text: "The gate\nopens at 9:30 sharp." };

function explained(changes: Partial<PartExplanation>, rest: Partial<Explanation> = {}): string {
  const explanation = makeExplanation([sentence.text]);
  const [part] = explanation.parts;
  return formatExplanation({ ...explanation, parts: [{ ...(part as PartExplanation), ...changes }], ...rest });
}

it("shows how the question was understood", () => {
  const text = explained({
    analysis: {
      terms: [
        { text: "gate", weight: 4.25, kind: "word", isName: true, known: true },
        { text: "1999", weight: 10, kind: "year", isName: false, known: false },
      ],
      focus: "gate",
      answerType: "time",
      negated: true,
      times: [{ text: "in 1999", from: "1999-01-01", to: "1999-12-31" }],
      corrections: [{ written: "gaet", takenFor: "gate" }],
    },
  });
  for (const line of [
    "It asks for: time, of “gate”, negated",
    "Time: “in 1999”, 1999-01-01 to 1999-12-31",
    "Taken for a misspelling: “gaet” for “gate”",
    "gate    4.25  name  yes",
    "1999      10  year  no",
  ])
    expect(text.split("\n")).toContain(line);
});

it("shows every order side by side, a dash where one is shorter", () => {
  const first = { chunkId: "doc#0-27", score: 0.5 };
  const orders = {
    dense: [first, { chunkId: "doc#30-40", score: 0.25 }],
    lexical: [first],
    expanded: [],
    fused: [first],
  };
  expect(explained({ orders })).toMatch(
    /\n +1 +doc#0-27 \(0\.5\) +doc#0-27 \(0\.5\) +- +doc#0-27 \(0\.5\)\n +2 +doc#30-40 \(0\.25\) +- +- +-\n/u,
  );
});

it("shows a reranked sentence on one line, with its words nearest to the question's, and what it is behind in", () => {
  const largest = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, 1]));
  const features = Object.fromEntries(Object.keys(largest).map((name, i) => [name, i === 3 ? 0 : 1 - i / 1e5]));
  const terms = [
    { term: "gate", likeness: 1, word: "gate", features: {} },
    { term: "keeper", likeness: 0, word: null, features: {} },
  ];
  const sentences = [{ ...sentence, chunkId: "doc#0-27", score: 2.123456, features, terms }];
  const text = explained({ reranked: { candidates: 1, largest, sentences } });
  expect(text).toContain(
    " 1. 2.1235  The gate opens at 9:30 sharp.\n    nearest: gate = gate 1\n    unmet: keeper\n    behind the best in: f3 1, f19 0.0002, f18 0.0002,",
  );
  expect(text).not.toContain("f1 ");
});

it("shows the decision: the sums, the reasons, a correction and a short answer", () => {
  const [{ decision }] = makeExplanation([sentence.text]).parts as [PartExplanation];
  if (decision === null) throw new Error("no decision");
  const refused = explained({});
  expect(refused).toContain("Confidence 0.2 at score 0, threshold 0.5: not answered, not_in_corpus");
  expect(refused).toContain("within 1 of the best, had it been answered");
  expect(refused).toMatch(/\nchosen +0 +\d+ +The gate opens at 9:30 sharp\.\nfar-below +-3 +2 +Another sentence\.$/u);
  const answered = explained({
    decision: {
      ...decision,
      answered: true,
      reason: "false_premise",
      correction: "It opens at 9:30.",
      short: { text: "9:30", expected: 0.75, threshold: 0.5 },
    },
  });
  expect(answered).toContain(": answered, false_premise\n");
  expect(answered).toContain(
    "\nCorrection: It opens at 9:30.\nShort answer: “9:30”, expected to share 0.75 of the true one",
  );
  expect(explained({ decision: { ...decision, confidence: null } })).toContain("\nNothing to weigh: not answered");
});

it("shows what a follow-up was taken for, and the reading of another language", () => {
  const question = { asked: "And then?", cleaned: "And then?", standalone: "When did it close?", rewritten: true };
  const foreign = {
    language: "zh",
    covered: true,
    sentences: [{ ...sentence, cosine: 0.61, chosen: true }],
    answered: true,
    reason: null,
    confidence: 0.61,
    threshold: 0.5,
  };
  const text = explained({ decision: null }, { question, foreign });
  expect(text).toContain("Asked: And then?\nSearched, with what was said before: When did it close?");
  expect(text).toMatch(
    /\nRead as another language: zh, which the embedder covers\nConfidence 0\.61, threshold 0\.5: answered\n.*\nchosen +0\.61 +The gate opens/u,
  );
  expect(text).not.toContain("Sentences considered");
});
