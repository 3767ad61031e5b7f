import { expect, it } from "vitest";
import { maskQuotes } from "../../src/text/mask-quotes.ts";

it.each([
  ['Who sang "Hi. You?" twice?', "Who sang QQQQQQQQQQ twice?"],
  ["“a”, «b» and `c`", "QQQ, QQQ and QQQ"],
  ["the keeper’s lamp isn't 'red'", "the keeper's lamp isn't QQQQQ"],
  ['an open " stays', 'an open " stays'],
])("“%s” is masked in place", (text, masked) => {
  expect(maskQuotes(text)).toBe(masked);
  expect(maskQuotes(text)).toHaveLength(text.length);
});

/** The work may not grow with the square of the length: the runner's time limit is the bar. */
it.each(["“", "'a ", "«", "` ", "‘"])("however many marks are open, %s takes linear time", (mark) => {
  expect(maskQuotes(mark.repeat(50_000))).toHaveLength(mark.length * 50_000);
});
