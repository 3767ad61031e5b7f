import { describe, expect, it } from "vitest";
import { quoteInParagraph } from "../../src/widget/quote-in-paragraph.ts";
import { makeAnswer, paragraph } from "../browser/answers.ts";

describe("quoteInParagraph", () => {
  const { citations, passages } = makeAnswer();
  const [, citation] = citations;
  const [passage] = passages;
  if (citation === undefined || passage === undefined) throw new Error("The answer needs two citations and a passage.");
  const atItsEdges = { before: `…${citation.prefix}`, after: `${citation.suffix}…`, heading: [] };

  it("cuts the paragraph around the sentence by its offsets", () => {
    const found = quoteInParagraph(citation, passages);
    expect(found).toMatchObject({ quote: citation.quote, heading: ["Visiting", "Opening hours"] });
    expect(found.before + found.quote + found.after).toBe(paragraph);
  });

  it.each([
    ["is missing", []],
    ["belongs to another document", [{ ...passage, documentId: "other" }]],
    ["ends before the sentence does", [{ ...passage, end: citation.end - 1 }]],
    ["begins after the sentence does", [{ ...passage, start: citation.start + 1 }]],
    ["has other words at that place", [{ ...passage, text: paragraph.replace("closes", "opened") }]],
  ])("keeps to the words beside the sentence when the passage %s", (_, others) => {
    expect(quoteInParagraph(citation, others)).toEqual({ ...atItsEdges, quote: citation.quote });
  });

  it("marks no omission at the edge of a document", () => {
    expect(quoteInParagraph({ ...citation, prefix: "", suffix: "" }, [])).toMatchObject({ before: "", after: "" });
  });
});
