import { expect, it } from "vitest";
import { answerSegments } from "../../eval/answer-segments.ts";
import { makeCitation } from "./make-answer.ts";

it("cuts an answer into quotations and own words, in reading order and without markers", () => {
  const citations = [
    makeCitation({ marker: 1, quote: "It is wide." }),
    makeCitation({ marker: 2, quote: "It is\ndeep." }),
  ];
  const answer = "Yes: It is wide. [1] It is deep. [2] So see [3].";
  expect(answerSegments({ answer, citations }, ["It is deep."])).toEqual([
    { origin: "own", text: "Yes:" },
    { origin: "quote", text: "It is wide." },
    { origin: "evidence", text: "It is deep." },
    { origin: "own", text: "So see [3]." },
  ]);
});

it("takes a sentence inside a longer quotation for a part of it", () => {
  const citations = [makeCitation({ marker: 1, quote: "It is deep." })];
  expect(answerSegments({ answer: "He wrote: It is deep. [1]", citations }, ["He wrote: It is deep."])).toEqual([
    { origin: "evidence", text: "He wrote: It is deep." },
  ]);
});

it("finds evidence that is quoted without a citation, and every time it is", () => {
  expect(answerSegments({ answer: "It is deep. It is deep.", citations: [] }, ["It is deep."])).toEqual([
    { origin: "evidence", text: "It is deep." },
    { origin: "evidence", text: "It is deep." },
  ]);
});
