import { describe, expect, it } from "vitest";
import { belongsToTime } from "../../src/answering/value-of-time.ts";
import { findTimes } from "../../src/text/time-expressions.ts";

function belongs(sentence: string, value: string, question: string): boolean {
  const start = sentence.indexOf(value);
  return belongsToTime(sentence, { start, end: start + value.length }, findTimes(question, null));
}

describe("a value belongs to the year that is asked for", () => {
  const rise = "The share rose from 45.1% in 2013 to 77.5% in 2022.";
  const port = "In 2021, the port handled 20 million tons for the first time, and 21 million tons in 2022.";
  const crop = "The harvest of 2019 was 310 tons; in 2020 it fell to 280 tons.";
  it.each([
    [rise, "45.1%", "What was the share in 2013?", true],
    [rise, "77.5%", "What was the share in 2013?", false],
    [rise, "77.5%", "What was the share in 2022?", true],
    [port, "20 million", "How much did it handle in 2022?", false],
    [port, "21 million", "How much did it handle in 2022?", true],
    [port, "20 million", "How much did it handle in 2021?", true],
    [port, "21 million", "How much did it handle in 2021?", false],
    [crop, "310 tons", "How large was the harvest in 2020?", false],
    [crop, "280 tons", "How large was the harvest in 2020?", true],
  ])("%s %s, asked: %s -> %s", (sentence, value, question, expected) => {
    expect(belongs(sentence, value, question)).toBe(expected);
  });

  it.each([
    ["where the question names no time", rise, "45.1%", "What was the share?"],
    ["where the sentence names one time", "It cost 5 crowns in 2013.", "5 crowns", "What did it cost in 1990?"],
    ["where none of its times is asked for", rise, "45.1%", "What was the share in 1990?"],
    ["where it is a time itself", rise, "2013", "Since when, after 2022, has it risen?"],
  ])("or to any, %s", (_, sentence, value, question) => {
    expect(belongs(sentence, value, question)).toBe(true);
  });
});
