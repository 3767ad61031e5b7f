import { describe, expect, it } from "vitest";
import { readCorrection } from "../../src/conversation/read-correction.ts";
import { readOpening } from "../../src/conversation/read-opening.ts";

describe("what stands before a question says how it is tied to the last one", () => {
  it.each([
    ["And in Ness?", { rest: "in Ness?", linked: true, names: false, fresh: false, topic: null }],
    ["What about Ness?", { rest: "Ness?", linked: false, names: true, fresh: false, topic: null }],
    ["Never mind. Who won?", { rest: "Who won?", linked: false, names: false, fresh: true, topic: null }],
    ["Back to Ness: who won?", { rest: "who won?", linked: false, names: false, fresh: false, topic: "Ness" }],
    ["Is it the same for guests?", { rest: "for guests?", linked: false, names: true, fresh: false, topic: null }],
    ["Thanks!", { rest: "Thanks!", linked: false, names: false, fresh: false, topic: null }],
    ["Android phones?", { rest: "Android phones?", linked: false, names: false, fresh: false, topic: null }],
  ])("%s", (question, expected) => {
    expect(readOpening(question)).toEqual(expected);
  });
});

describe("a correction says what is meant and, sometimes, what is not", () => {
  it.each([
    ["No, I meant the river", { given: "the river", replaced: null }],
    ["not 2021, 2022", { given: "2022", replaced: "2021" }],
    ["not the Danube but the Rhine", { given: "the Rhine", replaced: "the Danube" }],
    ["2022, not 2021", { given: "2022", replaced: "2021" }],
    ["2022, I mean.", { given: "2022", replaced: null }],
  ])("%s", (text, expected) => {
    expect(readCorrection(text)).toEqual(expected);
  });

  it.each(["No trains run on Sundays?", "Which rooms are not heated?", "Who won?", "Notting Hill"])(
    "none is read from %s",
    (text) => {
      expect(readCorrection(text)).toBeNull();
    },
  );
});
