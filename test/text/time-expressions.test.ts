import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes } from "../../src/text/time-expressions.ts";
import { parseDay } from "../../src/text/time-interval.ts";

const published = "2023-05-15";
const read = (text: string, anchor: string | null = published) =>
  findTimes(text, anchor).map(({ start, end, from, to, grain }) => [text.slice(start, end), from, to, grain]);

describe("a time that is written out", () => {
  it.each([
    ["the mill opened on 3 March 2020", "3 March 2020", "2020-03-03", "2020-03-03", "day"],
    ["on March 3, 2020, it rained", "March 3, 2020", "2020-03-03", "2020-03-03", "day"],
    ["Sept. 9th, 1999", "Sept. 9th, 1999", "1999-09-09", "1999-09-09", "day"],
    ["the 29th of February 2024", "29th of February 2024", "2024-02-29", "2024-02-29", "day"],
    ["logged 2020-03-04T10:00", "2020-03-04", "2020-03-04", "2020-03-04", "day"],
    ["on 2020/3/4", "2020/3/4", "2020-03-04", "2020-03-04", "day"],
    ["March 3-5, 2020", "March 3-5, 2020", "2020-03-03", "2020-03-05", "range"],
    ["from 3 to 5 March 2020", "3 to 5 March 2020", "2020-03-03", "2020-03-05", "range"],
    ["in March 2020", "March 2020", "2020-03-01", "2020-03-31", "month"],
    ["in February of 2023", "February of 2023", "2023-02-01", "2023-02-28", "month"],
    ["nov 2014 tides", "nov 2014", "2014-11-01", "2014-11-30", "month"],
    ["boats 12 march 2020", "12 march 2020", "2020-03-12", "2020-03-12", "day"],
    ["boats may 5 2020", "may 5 2020", "2020-05-05", "2020-05-05", "day"],
    ["boats 2023 first quarter", "2023 first quarter", "2023-01-01", "2023-03-31", "quarter"],
    ["as of 2020-03", "2020-03", "2020-03-01", "2020-03-31", "month"],
    ["from March to May 2020", "March to May 2020", "2020-03-01", "2020-05-31", "range"],
    ["from November to February 2020", "November to February 2020", "2019-11-01", "2020-02-29", "range"],
    ["between June and August 2021", "June and August 2021", "2021-06-01", "2021-08-31", "range"],
    ["June 2020 to May 2021", "June 2020 to May 2021", "2020-06-01", "2021-05-31", "range"],
    ["Q1 2023", "Q1 2023", "2023-01-01", "2023-03-31", "quarter"],
    ["2023 Q4", "2023 Q4", "2023-10-01", "2023-12-31", "quarter"],
    ["the second quarter of 2022", "second quarter of 2022", "2022-04-01", "2022-06-30", "quarter"],
    ["the last quarter of 2022", "last quarter of 2022", "2022-10-01", "2022-12-31", "quarter"],
    ["H2 2022", "H2 2022", "2022-07-01", "2022-12-31", "range"],
    ["the first half of 2022", "first half of 2022", "2022-01-01", "2022-06-30", "range"],
    ["the first three quarters of 2022", "first three quarters of 2022", "2022-01-01", "2022-09-30", "range"],
    ["the last two months of 2022", "last two months of 2022", "2022-11-01", "2022-12-31", "range"],
    ["the spring of 2020", "spring of 2020", "2020-03-01", "2020-05-31", "season"],
    ["winter 2019", "winter 2019", "2019-12-01", "2020-02-29", "season"],
    ["by the end of 2025", "end of 2025", "2025-12-01", "2025-12-31", "month"],
    ["the end of the 2013 season", "2013", "2013-01-01", "2013-12-31", "year"],
    ["March 2000 sales", "March 2000", "2000-03-01", "2000-03-31", "month"],
    ["the start of 2014", "start of 2014", "2014-01-01", "2014-01-31", "month"],
    ["early 2020", "early 2020", "2020-01-01", "2020-04-30", "range"],
    ["in mid-2020", "mid-2020", "2020-05-01", "2020-08-31", "range"],
    ["late March 2020", "late March 2020", "2020-03-01", "2020-03-31", "month"],
    ["in 2013 it sank", "2013", "2013-01-01", "2013-12-31", "year"],
    ["in 1850", "1850", "1850-01-01", "1850-12-31", "year"],
    ["the 2008 floods", "2008", "2008-01-01", "2008-12-31", "year"],
    ["no later than 2025", "2025", "2025-01-01", "2025-12-31", "year"],
    ["as early as 1571, it", "1571", "1571-01-01", "1571-12-31", "year"],
    ["in the year 2020", "the year 2020", "2020-01-01", "2020-12-31", "year"],
    ["in 476 AD", "476 AD", "0476-01-01", "0476-12-31", "year"],
    ["from 2013 to 2022", "2013 to 2022", "2013-01-01", "2022-12-31", "range"],
    ["between 1985 and 1990", "1985 and 1990", "1985-01-01", "1990-12-31", "range"],
    ["2013–2022", "2013–2022", "2013-01-01", "2022-12-31", "range"],
    ["the 2013-14 season", "2013-14", "2013-01-01", "2014-12-31", "range"],
    ["2011-12", "2011-12", "2011-01-01", "2012-12-31", "range"],
    ["since 2014", "since 2014", "2014-01-01", "9999-12-31", "range"],
    ["since the 1990s", "since the 1990s", "1990-01-01", "9999-12-31", "range"],
    ["2013–present", "2013–present", "2013-01-01", "9999-12-31", "range"],
    ["the 1990s", "1990s", "1990-01-01", "1999-12-31", "decade"],
    ["the mid-1990's", "mid-1990's", "1990-01-01", "1999-12-31", "decade"],
    ["in the ’90s", "’90s", "1990-01-01", "1999-12-31", "decade"],
    ["the 1900s", "1900s", "1900-01-01", "1999-12-31", "century"],
    ["a 19th-century mill", "19th-century", "1801-01-01", "1900-12-31", "century"],
    [
      "the late 18th and early 19th centuries",
      "late 18th and early 19th centuries",
      "1701-01-01",
      "1900-12-31",
      "range",
    ],
    [
      "from Friday, March 17 to Sunday, April 2, 2017",
      "March 17 to Sunday, April 2, 2017",
      "2017-03-17",
      "2017-04-02",
      "range",
    ],
    ["the mill's 19th-century wheel", "19th-century", "1801-01-01", "1900-12-31", "century"],
    ["the twenty-first century", "twenty-first century", "2001-01-01", "2100-12-31", "century"],
    ["2022年3月5日开放", "2022年3月5日", "2022-03-05", "2022-03-05", "day"],
    ["2022年第一季度", "2022年第一季度", "2022-01-01", "2022-03-31", "quarter"],
  ])("“%s” needs no date of publication", (text, ...time) => {
    expect(read(text, null)).toEqual([time]);
    expect(findTimes(text, null)[0]?.relative).toBe(false);
    expect(read(text)).toEqual([time]);
  });
});

describe("a time that counts from the day of publication, a Monday in May 2023", () => {
  it.each([
    ["this year", "this year", "2023-01-01", "2023-12-31", "year"],
    ["it will open last year", "last year", "2022-01-01", "2022-12-31", "year"],
    ["next year", "next year", "2024-01-01", "2024-12-31", "year"],
    ["the previous year", "the previous year", "2022-01-01", "2022-12-31", "year"],
    ["late last year", "late last year", "2022-09-01", "2022-12-31", "range"],
    ["June last year", "June last year", "2022-06-01", "2022-06-30", "month"],
    ["in June of this year", "June of this year", "2023-06-01", "2023-06-30", "month"],
    ["on 4 June last year", "4 June last year", "2022-06-04", "2022-06-04", "day"],
    ["the first quarter of this year", "first quarter of this year", "2023-01-01", "2023-03-31", "quarter"],
    ["last year's first quarter", "last year's first quarter", "2022-01-01", "2022-03-31", "quarter"],
    ["the first four months of the year", "first four months of the year", "2023-01-01", "2023-04-30", "range"],
    ["by the end of next year", "end of next year", "2024-12-01", "2024-12-31", "month"],
    ["last month", "last month", "2023-04-01", "2023-04-30", "month"],
    ["this quarter", "this quarter", "2023-04-01", "2023-06-30", "quarter"],
    ["last quarter", "last quarter", "2023-01-01", "2023-03-31", "quarter"],
    ["next week", "next week", "2023-05-22", "2023-05-28", "range"],
    ["last century", "last century", "1901-01-01", "2000-12-31", "century"],
    ["next spring", "next spring", "2024-03-01", "2024-05-31", "season"],
    ["last winter", "last winter", "2022-12-01", "2023-02-28", "season"],
    ["last June", "last June", "2022-06-01", "2022-06-30", "month"],
    ["next May", "next May", "2024-05-01", "2024-05-31", "month"],
    ["last Monday", "last Monday", "2023-05-08", "2023-05-08", "day"],
    ["next Friday", "next Friday", "2023-05-19", "2023-05-19", "day"],
    ["yesterday", "yesterday", "2023-05-14", "2023-05-14", "day"],
    ["last\nFriday", "last\nFriday", "2023-05-12", "2023-05-12", "day"],
    ["the day after tomorrow", "day after tomorrow", "2023-05-17", "2023-05-17", "day"],
    ["this morning", "this morning", "2023-05-15", "2023-05-15", "day"],
    ["two years ago", "two years ago", "2021-01-01", "2021-12-31", "year"],
    ["twenty-five years ago", "twenty-five years ago", "1998-01-01", "1998-12-31", "year"],
    ["a decade ago", "a decade ago", "2013-01-01", "2013-12-31", "year"],
    ["5 months ago", "5 months ago", "2022-12-01", "2022-12-31", "month"],
    ["three days ago", "three days ago", "2023-05-12", "2023-05-12", "day"],
    ["over the past 9 years", "the past 9 years", "2014-05-15", "2023-05-15", "range"],
    ["in the last decade", "the last decade", "2013-05-15", "2023-05-15", "range"],
    ["the past year", "the past year", "2022-05-15", "2023-05-15", "range"],
    ["the next three months", "the next three months", "2023-05-15", "2023-08-15", "range"],
    ["since last year", "since last year", "2022-01-01", "9999-12-31", "range"],
    ["since the last ten years", "since the last ten years", "2013-05-15", "2023-05-15", "range"],
    ["from 2013 to last year", "2013 to last year", "2013-01-01", "2022-12-31", "range"],
    ["In March, it opened", "March", "2023-03-01", "2023-03-31", "month"],
    ["In December, it closed", "December", "2022-12-01", "2022-12-31", "month"],
    ["on April 2", "April 2", "2023-04-02", "2023-04-02", "day"],
    ["in the first quarter, sales rose", "first quarter", "2023-01-01", "2023-03-31", "quarter"],
    ["from January to April", "January to April", "2023-01-01", "2023-04-30", "range"],
  ])("“%s” is found, and is nothing without that day", (text, ...time) => {
    expect(read(text)).toEqual([time]);
    expect(findTimes(text, published)[0]?.relative).toBe(true);
    expect(findTimes(text, null).filter(({ relative }) => relative)).toEqual([]);
  });

  it("keeps to months that exist: a month before 31 March is February", () => {
    expect(read("last month", "2023-03-31")).toEqual([["last month", "2023-02-01", "2023-02-28", "month"]]);
    expect(read("the past month", "2024-03-31")).toEqual([["the past month", "2024-02-29", "2024-03-31", "range"]]);
  });

  it("is left out beyond the years 1 to 9999, and where the day of publication is none", () => {
    expect(read("ten years ago", "0004-05-05")).toEqual([]);
    expect(read("next year", "9999-05-05")).toEqual([]);
    expect(read("last year", "2023-02-30")).toEqual([]);
  });
});

describe("a time that leans on the one before it", () => {
  it.each([
    ["In 2014 it opened; two years later it closed", "two years later", "2016-01-01", "2016-12-31"],
    ["In May 2014 it opened. A month later it closed", "A month later", "2014-06-01", "2014-06-30"],
    ["Built in 2014. That year it rained", "That year", "2014-01-01", "2014-12-31"],
    ["Built in May 2014. Sold in the same month", "same month", "2014-05-01", "2014-05-31"],
    ["More in 2014 than in the previous year", "the previous year", "2013-01-01", "2013-12-31"],
    ["It shut in 2014 and reopened the following year", "the following year", "2015-01-01", "2015-12-31"],
    ["It opened in 2014 and since then has grown", "since then", "2014-01-01", "9999-12-31"],
    ["In 2014 it opened, and in March it closed", "March", "2014-03-01", "2014-03-31"],
    ["In Q1 2022, 5 boats; in the same period of 2021, 2", "same period of 2021", "2021-01-01", "2021-03-31"],
    ["From 2013 to 2022 it grew; in the same period they fell", "same period", "2013-01-01", "2022-12-31"],
    ["In February 2024, 5; same period last year, 2", "same period last year", "2023-02-01", "2023-02-28"],
  ])("“%s”", (text, ...time) => {
    const anchor = text.includes("last year") ? "2024-05-15" : null;
    expect(read(text, anchor).map((each) => each.slice(0, 3))).toContainEqual(time);
  });

  it("takes the year at the end of a list, which the words name then", () => {
    const found = findTimes("On March 3, April 5 and May 7, 2020 it rained.", published);
    expect(found.map(({ from }) => from)).toEqual(["2020-03-03", "2020-04-05", "2020-05-07"]);
    expect(found.map(({ relative }) => relative)).toEqual([false, false, false]);
  });

  it("takes a bare day for news where the year before it was told in an earlier sentence", () => {
    const context = { recent: { from: "2014-01-01", to: "2014-12-31", grain: "year" } } as const;
    const yearOfFirst = (text: string) => findTimes(text, published, context)[0]?.from.slice(0, 4);
    expect(yearOfFirst("On April 2, the mill reopened.")).toBe("2023");
    expect(yearOfFirst("In April, the mill reopened.")).toBe("2014");
    expect(yearOfFirst("On August 2, the mill reopened.")).toBe("2014");
  });

  it("takes a heading's year before the year of publication", () => {
    expect(findTimes("In March it opened.", published, { headingYear: 1998 })[0]?.from).toBe("1998-03-01");
  });
});

describe("no time is", () => {
  it.each([
    ["2013 boats"],
    ["2000 metres"],
    ["more than 2000"],
    ["2,013"],
    ["2013.5"],
    ["20.2013"],
    ["version 2013"],
    ["v2013"],
    ["No. 2013"],
    ["ISO 2013"],
    ["COVID-2019"],
    ["2013-2022-3333"],
    ["$2020"],
    ["2020%"],
    ["rose by 2000"],
    ["rose to 2022"],
    ["from 1500 to 1800 tons"],
    ["a total of 2000"],
    ["a 1000-year-old oak"],
    ["FY2022"],
    ["fiscal 2022"],
    ["fiscal year 2022"],
    ["the first quarter of fiscal 2023"],
    ["in 1200 BC"],
    ["2020-13-01"],
    ["he may march on"],
    ["12 may apply"],
    ["it may 5 times fail"],
    ["June Smith spoke"],
    ["the fall of the mill"],
    ["a spring in the hills"],
    ["in recent years"],
    ["the past few years"],
    ["more than ten years ago"],
    ["half a year ago"],
    ["in her last year"],
    ["the last year of the war"],
    ["the next year"],
    ["the country's first century"],
    ["today"],
    ["on Tuesday"],
    ["year on year"],
    ["since then"],
    ["in the same period"],
    ["two years later"],
    ["In September, it opened"],
  ])("“%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("times in any text", () => {
  const words = fc.constantFrom(
    ..."in the past last next this same of to from and between since then first half quarter year years month ago later March May 3 2013 2022 14 1990 s th - – . , ' ’ Q 1 century early end period 年 月 日 第 一 季 ad 9999".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(words, { maxLength: 16 }).map((parts) => parts.join(" ")),
    fc.array(words, { maxLength: 16 }).map((parts) => parts.join("")),
  );
  const anchors = fc.constantFrom(null, published, "2024-02-29", "0001-01-01", "9999-12-31", "soon");

  it("stand in order inside the text, never overlap, and are days that exist, the first no later than the last", () => {
    fc.assert(
      fc.property(texts, anchors, (text, anchor) => {
        let free = 0;
        for (const { start, end, from, to } of findTimes(text, anchor)) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(parseDay(from)).not.toBeNull();
          expect(parseDay(to)).not.toBeNull();
          expect(from <= to).toBe(true);
          free = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["one number", "1".repeat(200_000)],
    ["years joined by hyphens", "2013-".repeat(50_000)],
    ["months", "March ".repeat(40_000)],
    ["ranges without an end", "from 2013 to ".repeat(20_000)],
    ["periods without a year", "the same period of ".repeat(20_000)],
    ["“since the”", "since the ".repeat(30_000)],
    ["apostrophes", "'".repeat(200_000)],
    ["a word run together", "year".repeat(50_000)],
  ])("are read in time that grows with the length alone, though it be nothing but %s", (_, text) => {
    expect(findTimes(text, published).every(({ end }) => end <= text.length)).toBe(true);
  });
});
