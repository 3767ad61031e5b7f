import { describe, expect, it } from "vitest";
import { parseCases } from "../../eval/parse-cases.ts";
import { draftCases } from "../../src/node/draft-cases.ts";
import type { KeptFeedback } from "../../src/node/feedback-file.ts";

const quote = "On Saturdays the reading room opens at 9:30.";
const up: KeptFeedback = {
  at: "2026-01-02T03:04:05.000Z",
  answerId: "ans_1",
  question: "When does it open?",
  answer: `${quote} [1] It closes at 17:00. [2][3] Ask there.`,
  rating: "up",
  generation: "000001",
};
const asCases = (entries: readonly KeptFeedback[]) =>
  parseCases(
    draftCases(entries)
      .map((each) => JSON.stringify(each))
      .join("\n"),
    "drafts",
  );

describe("draft cases", () => {
  it("take what was quoted for answer and evidence where the rating is up", () => {
    expect(asCases([{ ...up, comment: "good" }])).toMatchObject([
      {
        kind: "direct",
        question: up.question,
        answers: [quote, "It closes at 17:00."],
        evidence: [quote, "It closes at 17:00."],
        note: `Draft from feedback of 2026-01-02, rated 1 up. Comments: "good". Answered: ${JSON.stringify(up.answer)}.`,
      },
    ]);
  });

  it("take an answer without a citation for a refusal that was due", () => {
    const refused = { ...up, answer: "The documents don't say when it opens." };
    expect(asCases([refused])).toMatchObject([{ kind: "unanswerable", abstain: true, answers: [], evidence: [] }]);
  });

  it("leave answer and evidence to a person where anybody rated it down, and can't be judged before that", () => {
    const [draft] = draftCases([up, { ...up, rating: "down", comment: "wrong day" }]);
    expect(draft).toMatchObject({ kind: "direct", answers: [], evidence: [] });
    expect(draft?.note).toContain('rated 1 up, 1 down. Comments: "wrong day".');
    expect(() => asCases([{ ...up, rating: "down" }])).toThrow(/answers/u);
  });

  it("are one for each question and answer, under an id that later ratings don't change", () => {
    const other = { ...up, question: "And on Sundays?" };
    const first = draftCases([up, other]);
    const later = draftCases([other, up, up, { ...up, at: "2027-01-01T00:00:00.000Z", rating: "down" }]);
    expect(new Set(first.map(({ id }) => id)).size).toBe(2);
    expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id).toReversed());
    expect(first[0]?.id).toMatch(/^feedback-[\da-f]{12}$/u);
  });
});
