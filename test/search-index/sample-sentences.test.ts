import { expect, it } from "vitest";
import { sampleSentences } from "../../src/search-index/sample-sentences.ts";
import { exampleContent } from "./example-content.ts";

const content = exampleContent({ documents: 4, sentences: 10 });

it("every sentence of a small corpus is sampled, once and in order, with its own words", () => {
  const sampled = sampleSentences(content, 100);
  const spans = content.chunks.flatMap(({ documentId, sentences }) =>
    sentences.map((span) => ({ documentId, ...span })),
  );
  expect(sampled.map(({ documentId, start, end }) => ({ documentId, start, end }))).toEqual(spans);
  expect(sampled[3]?.text).toBe("Line 3 of document 0 reports in the first edition on “Tōkyō”.");
});

it("of a large one, no more than the limit, the same number from every part", () => {
  const sampled = sampleSentences(content, 8);
  const counts = content.documents.map(({ id }) => sampled.filter(({ documentId }) => documentId === id).length);
  expect(counts).toEqual([2, 2, 2, 2]);
});

it("a section is opened by its first sentence alone", () => {
  const opening = sampleSentences(content, 100).filter(({ opensSection }) => opensSection);
  expect(opening.map(({ documentId }) => documentId)).toEqual(content.documents.map(({ id }) => id));
});

it("the year is the document's, and null where it has no date", () => {
  const dated = { ...content, documents: content.documents.map((each) => ({ ...each, date: "2023-05-15" })) };
  expect(sampleSentences(dated, 1)[0]?.published).toBe(2023);
  expect(sampleSentences(content, 1)[0]?.published).toBeNull();
});
