import { describe, expect, it } from "vitest";
import { findCalendarDate, monthNumber } from "../../src/text/calendar-date.ts";

describe("a calendar date", () => {
  it.each([
    ["2020-03-04", "2020-03-04"],
    ["1999/9/9", "1999-09-09"],
    ["May 5th, 2021", "2021-05-05"],
    ["Sept. 9, 1999", "1999-09-09"],
    ["the 5th of May 2021", "2021-05-05"],
    ["2021年3月4日", "2021-03-04"],
    ["29 February 2024", "2024-02-29"],
  ])("written “%s” is %s", (text, date) => {
    expect(findCalendarDate(text)).toBe(date);
  });

  it.each([["31 February 2020"], ["29 February 2023"], ["2020-13-01"], ["May 2021"], ["12020-03-045"], ["soon"], [""]])(
    "that does not exist or is not whole is none: “%s”",
    (text) => {
      expect(findCalendarDate(text)).toBeNull();
    },
  );
});

describe("a month's number", () => {
  it.each([
    ["January", 1],
    ["may", 5],
    ["Sept", 9],
    ["DEC", 12],
    ["decade", 0],
    ["", 0],
  ])("of “%s” is %i", (name, number) => {
    expect(monthNumber(name)).toBe(number);
  });
});
