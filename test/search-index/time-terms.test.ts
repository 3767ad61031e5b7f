import { describe, expect, it } from "vitest";
import { type Chunk, chunkId } from "../../src/domain/chunk.ts";
import { buildLexicalIndex } from "../../src/search-index/build-lexical-index.ts";
import { decodeLexicalIndex } from "../../src/search-index/lexical-index.ts";
import { timeTerms } from "../../src/search-index/time-terms.ts";
import { findTimes } from "../../src/text/time-expressions.ts";
import { makeDocument } from "../make-document.ts";

const published = "2023-06-15";

/** One document of one chunk; returns its index and a way to see which sentences a term leads to. */
function indexOf(sentences: readonly string[], date: string | null = published) {
  const text = sentences.join(" ");
  let start = 0;
  const spans = sentences.map((sentence) => {
    const span = { start, end: start + sentence.length };
    start = span.end + 1;
    return span;
  });
  const document = makeDocument({ id: "d", title: "Mill", date, text });
  const chunk: Chunk = {
    id: chunkId("d", 0, text.length),
    documentId: "d",
    start: 0,
    end: text.length,
    heading: [],
    sentences: spans,
  };
  const index = decodeLexicalIndex(buildLexicalIndex([document], [chunk]));
  const found = (term: string) => index.score([{ termId: index.termId(term), weight: 1 }]);
  return { index, found, sentencesWith: (term: string) => [...found(term).sentences.keys()] };
}

describe("the terms of what relative times mean", () => {
  it.each([
    ["It grew last year.", ["2022"]],
    ["It grew in the first quarter of this year.", ["2023", "q1"]],
    ["It opened in April last year.", ["2022", "april"]],
    ["It opened yesterday.", ["2023", "june", "14"]],
    ["It grew last spring.", ["2023"]],
    ["It grew over the past nine years.", ["2014"]],
    ["It will grow in the next five years.", ["2028"]],
    ["It has grown since last year.", ["2022"]],
    ["It grew last decade and last century.", ["2013", "1901", "2000"]],
    ["It opened in May last year.", ["2022"]],
    ["It opened in 2014 and in June 2015.", []],
  ])("“%s”", (sentence, terms) => {
    expect(timeTerms(findTimes(sentence, published), published)).toEqual(terms);
  });
});

describe("an index of sentences with relative times", () => {
  const sentences = ["The mill ground corn last year.", "The mill burnt in 2022.", "The mill was sold."];

  it("finds them by the year, as if it stood there", () => {
    expect(indexOf(sentences).sentencesWith("2022")).toEqual([0, 1]);
  });

  it("does so only where the day of publication is known", () => {
    expect(indexOf(sentences, null).sentencesWith("2022")).toEqual([1]);
  });

  it("counts a year once in a sentence that writes it too", () => {
    const twice = indexOf(["Last year, in 2022, it ground corn."]).found("2022").sentences.get(0);
    const once = indexOf(["Last year, it ground corn."]).found("2022").sentences.get(0) ?? 0;
    const written = indexOf(["Weeks year, in 2022, it ground corn."], null).found("2022").sentences.get(0);
    expect(twice).toBe(written);
    expect(once).toBeGreaterThan(0);
  });

  it("leans on the sentence before for a month without a year", () => {
    expect(indexOf(["The mill was built in 1951.", "In March, it burnt."]).sentencesWith("1951")).toEqual([0, 1]);
  });

  it("weighs every other word as if the year were not there: it has no length", () => {
    const [dated, undated] = [indexOf(sentences), indexOf(sentences, null)];
    expect(dated.found("corn")).toEqual(undated.found("corn"));
    expect(dated.found("mill")).toEqual(undated.found("mill"));
  });

  it("takes the year for no word of the corpus: none for spelling, and never a name", () => {
    const { index } = indexOf(["In April last year, the mill ground corn.", "It was sold last month."]);
    expect(index.surfaces).not.toContain("2022");
    expect(index.surfaces).not.toContain("may");
    expect(index.termId("2022")).toBeGreaterThanOrEqual(0);
    expect(index.nameness(index.termId("2022"))).toBe(0);
    expect(index.nameness(index.termId("april"))).toBe(1);
  });
});
