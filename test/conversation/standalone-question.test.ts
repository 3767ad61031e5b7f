import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import type { Turn } from "../../src/domain/question.ts";

const user = (content: string): Turn => ({ role: "user", content });
const assistant = (content: string): Turn => ({ role: "assistant", content });
const mayor = "Who is the mayor of Paris?";

describe("a question that leans on the one before", () => {
  it.each([
    ["a name takes its like's place", [mayor], "What about London?", "Who is the mayor of London?"],
    ["a year takes the year's", ["How many lived in Rome in 1900?"], "And in 1950?", "How many lived in Rome in 1950?"],
    ["a correction is put in", [mayor], "No, I meant Lyon", "Who is the mayor of Lyon?"],
    ["a bare noun is added", ["What is the price of bread?"], "and of milk?", "What is the price of bread, of milk?"],
    [
      "several fragments follow one another",
      [mayor, "What about London?"],
      "And Berlin?",
      "Who is the mayor of Berlin?",
    ],
    [
      "a pronoun gets its topic behind it",
      ["Who leads the Harbour Office?"],
      "How many people does it employ today?",
      "How many people does it employ today (Harbour Office)?",
    ],
  ])("stands alone: %s", (_, earlier, question, expected) => {
    expect(standaloneQuestion(question, earlier.map(user))).toBe(expected);
  });

  it("takes the person of the last answer for “he” or “she”", () => {
    const history = [user("Who leads the Harbour Office?"), assistant("The office is led by Ada Stone [1].")];
    expect(standaloneQuestion("Which famous bridges did she design?", history)).toContain("Ada Stone");
  });
});

describe("a question that leans on nothing", () => {
  it.each([
    ["without a history", [], "And in 1950?"],
    ["after a change of topic", [mayor], "How tall is the Eiffel Tower in metres?"],
    ["after an answer alone", [assistant("Hello. Ask me anything.")], "What about London?"],
  ])("comes back unchanged %s", (_, earlier, question) => {
    const history = earlier.map((turn) => (typeof turn === "string" ? user(turn) : turn));
    expect(standaloneQuestion(question, history)).toBe(question);
  });
});
