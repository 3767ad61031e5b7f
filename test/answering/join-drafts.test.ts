import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/answering/answerer.ts";
import { joinDrafts, openParts } from "../../src/answering/join-drafts.ts";

const answered = (texts: readonly string[], confidence: number, short: string | null = null): Draft => ({
  status: "answered",
  reason: null,
  sentences: texts.map((text) => ({ text, evidence: [{ documentId: "a", start: 0, end: text.length }] })),
  short,
  confidence,
});
const abstained = (reason: Draft["reason"], confidence: number): Draft => ({
  status: "unanswerable",
  reason,
  sentences: [{ text: `Nothing: ${reason}.`, evidence: [] }],
  short: null,
  confidence,
});
const corrected: Draft = { ...answered(["It opened in 1850."], 0.2), status: "unanswerable", reason: "false_premise" };
const join = (...drafts: readonly Draft[]) =>
  joinDrafts(drafts.map((draft, i) => ({ question: `Question ${i + 1}?`, draft })));
const texts = ({ sentences }: Draft) => sentences.map(({ text }) => text);

describe("the joined draft", () => {
  it("of one part is that part's", () => {
    const draft = answered(["One."], 0.9, "One");
    expect(join(draft)).toBe(draft);
  });

  it("is answered where all parts are, with the smallest confidence and the first part's short answer", () => {
    const draft = join(answered(["One."], 0.9, "1"), answered(["Two."], 0.6, "2"));
    expect(draft).toMatchObject({ status: "answered", reason: null, short: "1", confidence: 0.6 });
    expect(texts(draft)).toEqual(["One.", "Two."]);
    expect(openParts(draft)).toEqual([]);
  });

  it("has three claims at most, the best of each part before the second of any, in the order of the parts", () => {
    expect(texts(join(answered(["1a", "1b", "1c"], 1), answered(["2a", "2b"], 1)))).toEqual(["1a", "1b", "2a"]);
    expect(texts(join(answered(["1a", "1b"], 1), answered(["2a"], 1), answered(["3a"], 1)))).toEqual([
      "1a",
      "2a",
      "3a",
    ]);
  });

  it("says what two parts rest on once", () => {
    expect(texts(join(answered(["Both."], 1), answered(["Both.", "More."], 1)))).toEqual(["Both.", "More."]);
  });

  it("is partial where a part is not answered: with its reason, and with words for which part that is", () => {
    const draft = join(answered(["One."], 0.9, "1"), abstained("off_topic", 0.1));
    expect(draft).toMatchObject({ status: "partial", reason: "off_topic", short: "1", confidence: 0.9 });
    expect(texts(draft)).toEqual(["One.", "The documents do not answer “Question 2?”"]);
    expect(openParts(draft)).toEqual(["The documents do not answer “Question 2?”"]);
    expect(draft.sentences.at(-1)?.evidence).toEqual([]);
  });

  it("has no short answer where the first part is not answered", () => {
    expect(join(abstained("not_in_corpus", 0.1), answered(["Two."], 0.8, "2"))).toMatchObject({
      status: "partial",
      reason: "not_in_corpus",
      short: null,
      confidence: 0.8,
    });
  });

  it("keeps the correction of a part whose premise is false", () => {
    const draft = join(answered(["One."], 0.9), corrected);
    expect(draft).toMatchObject({ status: "partial", reason: "false_premise" });
    expect(texts(draft)).toEqual(["One.", "It opened in 1850."]);
    expect(openParts(draft)).toEqual([]);
  });

  it("is an abstention where no part is answered, a correction before all others, with the smallest confidence", () => {
    const none = join(abstained("not_in_corpus", 0.3), abstained("off_topic", 0.1));
    expect(none).toMatchObject({ status: "unanswerable", reason: "not_in_corpus", short: null, confidence: 0.1 });
    expect(texts(none)).toEqual(["Nothing: not_in_corpus."]);
    expect(join(abstained("off_topic", 0.1), corrected)).toMatchObject({
      status: "unanswerable",
      reason: "false_premise",
    });
  });

  it("of no part is an error", () => {
    expect(() => joinDrafts([])).toThrow("no draft");
  });
});
