import { expect, it } from "vitest";
import { falseAnswersAt } from "../../train/false-answers.ts";

const answerable = [0.9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];

it("sets the bar where a tenth of the answerable questions lie below it", () => {
  // 0.1 is refused; what reaches 0.2 is answered.
  expect(falseAnswersAt(0.1, answerable, [0.1, 0.19, 0.2, 0.95])).toBe(0.5);
});

it("never refuses more answerable questions than allowed", () => {
  expect(falseAnswersAt(0.1, answerable.slice(0, 9), [0.1])).toBe(1);
  expect(falseAnswersAt(0, answerable, [0.1, 0.05])).toBe(0.5);
});

it("answers whatever ties with the bar", () => {
  expect(falseAnswersAt(0.1, [0.5, 0.5, 0.5], [0.5, 0.4])).toBe(0.5);
});

it("is null where either side is empty", () => {
  expect(falseAnswersAt(0.1, [], [0.5])).toBeNull();
  expect(falseAnswersAt(0.1, [0.5], [])).toBeNull();
});
