import { expect, it } from "vitest";
import { pickSuggestions } from "../../src/answering/pick-suggestions.ts";

const stored = [
  { question: "When was the harbour opened?", documentId: "harbour", start: 0, end: 40 },
  { question: "Who built the harbour?", documentId: "harbour", start: 41, end: 80 },
  { question: "How many boats came?", documentId: "harbour", start: 900, end: 950 },
  { question: "How tall is the tower?", documentId: "tower", start: 10, end: 50 },
  { question: "Who kept the lamp?", documentId: "tower", start: 300, end: 340 },
];
const place = (documentId: string, start: number, end: number) => ({ documentId, start, end });
const pick = (over: Partial<Parameters<typeof pickSuggestions>[1]>) =>
  pickSuggestions(stored, { asked: [], citations: [], passages: [], ...over });

it("those nearest to the citation come first, and the cited sentence asks nothing again", () => {
  expect(pick({ citations: [place("harbour", 0, 40)], passages: [place("tower", 0, 400)] })).toEqual([
    "Who built the harbour?",
    "How tall is the tower?",
    "Who kept the lamp?",
  ]);
});

it("an abstention gets those nearest to what was found, the best passage first", () => {
  const passages = [place("tower", 0, 100), place("harbour", 0, 90)];
  expect(pick({ passages })).toEqual(["How tall is the tower?", "Who kept the lamp?", "When was the harbour opened?"]);
});

it("no more than three are picked, and none from a document that nothing was found in", () => {
  expect(pick({ passages: [place("harbour", 0, 1000), place("tower", 0, 400)] })).toHaveLength(3);
  expect(pick({ passages: [place("elsewhere", 0, 1000)] })).toEqual([]);
});

it("what was just asked is never picked, however it was written", () => {
  const asked = ["when was the harbour opened", "WHO BUILT THE HARBOUR??"];
  expect(pick({ asked, passages: [place("harbour", 0, 90)] })).toEqual(["How many boats came?"]);
});

it("equals come in the order in which they are stored", () => {
  expect(pick({ passages: [place("harbour", 0, 90)] }).slice(0, 2)).toEqual([
    "When was the harbour opened?",
    "Who built the harbour?",
  ]);
});
