import { describe, expect, it } from "vitest";
import { compareTimes } from "../../src/text/compare-times.ts";
import { findTimes } from "../../src/text/time-expressions.ts";

/** The relation of a question's only time to the times of a sentence in a text of 15 May 2023. */
function relation(question: string, sentence: string): string {
  const [asked, ...more] = findTimes(question, null);
  if (asked === undefined || more.length > 0) throw new Error(`“${question}” does not name one time`);
  return compareTimes(asked, findTimes(sentence, "2023-05-15"));
}

describe("the time asked for", () => {
  it.each([
    ["in 2022", "It grew last year.", "equal"],
    ["in the first quarter of 2023", "It grew in the first quarter of this year.", "equal"],
    ["in June 2022", "It opened in June last year.", "equal"],
    ["from 2013 to 2022", "Between 2013 and 2022, it grew.", "equal"],
    ["since 2014", "It has grown since 2014.", "equal"],
    ["in 2016", "It grew from 2013 to 2022.", "inside"],
    ["in 2016", "It has grown since 2014.", "inside"],
    ["in March 2022", "It grew last year.", "inside"],
    ["in 2022", "It opened in June last year.", "contains"],
    ["since 2014", "It grew last year.", "contains"],
    ["in the 1990s", "It sank in 1995.", "contains"],
    ["from 2013 to 2022", "It grew from 2020 to 2025.", "overlaps"],
    ["in 2021", "It grew last year.", "differs"],
    ["in 2013", "It has grown since 2014.", "differs"],
    ["in 2022", "It grew by 2022 tons.", "none"],
    ["in 2022", "It grew.", "none"],
    ["in 2022", "It grew in 2020, 2021 and 2022.", "equal"],
    ["in 2022", "It fell in 2020 and opened in June last year.", "contains"],
    ["in 2021", "It grew from 2020 to 2025, above all in 2022.", "inside"],
  ])("“%s” lies to “%s” as %s", (question, sentence, expected) => {
    expect(relation(question, sentence)).toBe(expected);
  });
});
