import { expect, it } from "vitest";
import { scoreShortAnswer } from "../../eval/answer-f1.ts";

it.each([
  ["the same words", "21 million", ["21 million"], 1, 1],
  ["articles, case and punctuation aside", "The Port of Tianjin.", ["port of tianjin"], 1, 1],
  ["half of the words right: precision 1/2, recall 1/1", "21 million", ["million"], 0, 2 / 3],
  ["a word said more often than expected counts once", "a b b b", ["b"], 0, 0.5],
  ["the best of several variants", "Tianjin", ["the Port of Tianjin", "Tianjin"], 1, 1],
  ["nothing in common", "Beijing", ["Tianjin"], 0, 0],
  ["articles alone", "the", ["a"], 1, 1],
  ["no short answer", null, ["Tianjin"], 0, 0],
  ["no variant to compare with", "Tianjin", [], 0, 0],
] as const)("%s", (_, short, answers, exactMatch, f1) => {
  const score = scoreShortAnswer(short, answers);
  expect(score.exactMatch).toBe(exactMatch);
  expect(score.f1).toBeCloseTo(f1, 12);
});
