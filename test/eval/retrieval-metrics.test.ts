import { describe, expect, it } from "vitest";
import { prepareDocument, splitParagraphs } from "../../eval/evaluation-document.ts";
import { evidenceRank, isRecalled, reciprocalRank } from "../../eval/retrieval-metrics.ts";

const text = "# Title\n\nOne a. One b.\n \nTwo a.\nTwo b.\n\n\n\nThree.";
const documents = new Map([["doc", prepareDocument({ id: "doc", fileName: "doc.md", text })]]);

function passage(words: string) {
  const start = text.indexOf(words);
  return { documentId: "doc", start, end: start + words.length };
}

describe("splitParagraphs", () => {
  it("cuts at blank lines, those of white space too, and nowhere else", () => {
    expect(splitParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "# Title",
      "One a. One b.",
      "Two a.\nTwo b.",
      "Three.",
    ]);
    expect(splitParagraphs("\n \n")).toEqual([]);
  });
});

describe("evidenceRank", () => {
  it("counts paragraphs, several passages of one as one, in the order in which they first come", () => {
    const passages = [passage("One b."), passage("One a."), passage("Three."), passage("Two a.")];
    expect(evidenceRank(passages, ["One a."], documents)).toBe(1);
    expect(evidenceRank(passages, ["Three."], documents)).toBe(2);
    expect(evidenceRank(passages, ["Two a. Two b."], documents)).toBe(3);
  });

  it("takes the best rank of several evidence sentences", () => {
    expect(evidenceRank([passage("Three."), passage("Two a.")], ["Two b.", "Three."], documents)).toBe(1);
  });

  it("is null where the paragraph was not retrieved, there is no evidence or the document is unknown", () => {
    expect(evidenceRank([passage("Three.")], ["One a."], documents)).toBeNull();
    expect(evidenceRank([passage("Three.")], [], documents)).toBeNull();
    expect(evidenceRank([{ ...passage("Three."), documentId: "other" }], ["Three."], documents)).toBeNull();
  });
});

it("recall and reciprocal rank count a miss as 0", () => {
  expect([isRecalled(1, 1), isRecalled(2, 1), isRecalled(5, 5), isRecalled(null, 10)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([reciprocalRank(1), reciprocalRank(4), reciprocalRank(null)]).toEqual([1, 0.25, 0]);
});
