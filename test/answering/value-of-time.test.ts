import { describe, expect, it } from "vitest";
import { belongsToTime } from "../../src/answering/value-of-time.ts";
import { findTimes } from "../../src/text/time-expressions.ts";

function belongs(sentence: string, value: string, question: string): boolean {
  const start = sentence.indexOf(value);
  return belongsToTime(sentence, { start, end: start + value.length }, findTimes(question, null));
}

describe("a value belongs to the year that is asked for", () => {
  const rise = "The share rose from 31.4% in 1990 to 52.8% in 1996.";
  const mill = "In 1995, the mill ground 12 thousand sacks for the first time, and 15 thousand sacks in 1996.";
  const crop = "The harvest of 2019 was 310 tons; in 2020 it fell to 280 tons.";
  it.each([
    [rise, "31.4%", "What was the share in 1990?", true],
    [rise, "52.8%", "What was the share in 1990?", false],
    [rise, "52.8%", "What was the share in 1996?", true],
    [mill, "12 thousand", "How much did it grind in 1996?", false],
    [mill, "15 thousand", "How much did it grind in 1996?", true],
    [mill, "12 thousand", "How much did it grind in 1995?", true],
    [mill, "15 thousand", "How much did it grind in 1995?", false],
    [crop, "310 tons", "How large was the harvest in 2020?", false],
    [crop, "280 tons", "How large was the harvest in 2020?", true],
  ])("%s %s, asked: %s -> %s", (sentence, value, question, expected) => {
    expect(belongs(sentence, value, question)).toBe(expected);
  });

  it.each([
    ["where the question names no time", rise, "31.4%", "What was the share?"],
    ["where the sentence names one time", "It cost 5 crowns in 1990.", "5 crowns", "What did it cost in 1970?"],
    ["where none of its times is asked for", rise, "31.4%", "What was the share in 1970?"],
    ["where it is a time itself", rise, "1990", "Since when, after 1996, has it risen?"],
  ])("or to any, %s", (_, sentence, value, question) => {
    expect(belongs(sentence, value, question)).toBe(true);
  });
});
