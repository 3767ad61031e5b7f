import { describe, expect, it } from "vitest";
import { sentenceTimes } from "../../src/text/sentence-times.ts";

const starts = (sentences: readonly string[], date: string | null, headings: readonly string[] = []) =>
  sentenceTimes({ sentences, headings, date }).map((times) => times.map(({ from }) => from));

describe("the times of sentences that follow each other", () => {
  it("lean on the sentence before", () => {
    const sentences = ["The mill was built in 1951.", "It burnt.", "In March, the roof fell.", "A year later it shut."];
    expect(starts(sentences, null)).toEqual([["1951-01-01"], [], ["1951-03-01"], ["1952-01-01"]]);
  });

  it("take the year of the nearest heading for a month that has none", () => {
    expect(starts(["In March it opened."], "2023-05-15", ["Harbour 1990", "Events of 1998"])).toEqual([["1998-03-01"]]);
  });

  it("never count back from a heading's year: “last year” needs the day of publication", () => {
    expect(starts(["It grew last year."], null, ["Report 2019"])).toEqual([[]]);
  });

  it("count from a full date in the title where the document has no other", () => {
    expect(starts(["It grew last year."], null, ["Harbour news, 4 June 2020"])).toEqual([["2019-01-01"]]);
    expect(starts(["It grew last year."], "2023-05-15", ["News of 4 June 2020"])).toEqual([["2022-01-01"]]);
  });

  it("have the offsets of their own sentence", () => {
    const sentence = "Later that year it shut.";
    const [, [time] = []] = sentenceTimes({ sentences: ["Built in 1951.", sentence], headings: [], date: null });
    expect(sentence.slice(time?.start, time?.end)).toBe("that year");
  });
});
