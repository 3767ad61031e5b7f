import { expect, it } from "vitest";
import { findCalendarDate, monthNumber } from "../../src/text/calendar-date.ts";
import { findMentions } from "../../src/text/mentions.ts";
import { splitSentences } from "../../src/text/sentences.ts";

/** Each took seconds while the work grew with the square of the length; the runner's time limit is the bar. */
it.each([["1".repeat(200_000)], [`5${" ".repeat(200_000)}x`], ["1,".repeat(100_000)]])(
  "mentions are read from no more of a sentence than a person would",
  (text) => {
    expect(findMentions(text).every(({ end }) => end <= 1500)).toBe(true);
  },
);

it("a text of nothing but abbreviations is one sentence, however long", () => {
  expect(splitSentences("Dr. ".repeat(100_000))).toHaveLength(1);
});

it("a word that begins like a month is none", () => {
  expect(monthNumber("mark")).toBe(0);
  expect(monthNumber("Sept")).toBe(9);
  expect(findCalendarDate("Mark 12, 2004")).toBeNull();
});

it("a date that does not exist does not hide the next one", () => {
  expect(findCalendarDate("2020-13-01 then 2020-01-02")).toBe("2020-01-02");
});
