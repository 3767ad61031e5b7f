import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import { turns } from "./turns.ts";

const mayor = "Who is the mayor of Paris?";

describe("a question that leans on the one before", () => {
  it.each([
    ["a name takes its like's place", [mayor], "What about London?", "Who is the mayor of London?"],
    ["a year takes the year's", ["How many lived in Rome in 1900?"], "And in 1950?", "How many lived in Rome in 1950?"],
    ["a correction is put in", [mayor], "No, I meant Lyon", "Who is the mayor of Lyon?"],
    [
      "a bare noun takes its like's place",
      ["What is the price of bread?"],
      "and of milk?",
      "What is the price of milk?",
    ],
    ["fragments follow one another", [mayor, "What about London?"], "And Berlin?", "Who is the mayor of Berlin?"],
    [
      "a pronoun gives way to its topic",
      ["Who leads the Harbour Office?"],
      "How many people does it employ today?",
      "How many people does the Harbour Office employ today?",
    ],
  ])("stands alone: %s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(expected);
  });

  it("takes the person of the last answer for “he” or “she”", () => {
    const history = turns("Who leads the Harbour Office? -> The office is led by Ada Stone.");
    expect(standaloneQuestion("Which famous bridges did she design?", history)).toContain("Ada Stone");
  });
});

describe("a question that leans on nothing", () => {
  it.each([
    ["without a history", [], "And in 1950?"],
    ["after a change of topic", [mayor], "How tall is the Eiffel Tower in metres?"],
  ])("comes back unchanged %s", (_, earlier, question) => {
    expect(standaloneQuestion(question, turns(...earlier))).toBe(question);
  });
});
