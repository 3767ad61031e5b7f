import { describe, expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";
import type { Turn } from "../../src/domain/question.ts";

const user = (content: string): Turn => ({ role: "user", content });
const assistant = (content: string): Turn => ({ role: "assistant", content });
const history = [user("Who is the mayor of Paris?"), assistant("Anne Hidalgo is the mayor. [1]")];

it("a short question that is complete replaces nothing in the one before", () => {
  expect(standaloneQuestion("What is the price of grain?", history)).toBe("What is the price of grain?");
});

it("what a user writes is never read as a replacement pattern", () => {
  expect(standaloneQuestion("What about A$& Corp?", history)).toBe("Who is the mayor of A$& Corp?");
});

describe("without a question before it, a question comes back unchanged", () => {
  it.each([
    ["no history", []],
    ["an assistant alone", [assistant("Hello. Ask me anything."), assistant("The Danube is long. [1]")]],
    ["blank turns", [user("   "), assistant("")]],
  ])("%s", (_, earlier) => {
    for (const question of [
      "What about London?",
      "Why?",
      "Where does it rise?",
      "No, I meant 2022",
      "the second one",
    ]) {
      expect(standaloneQuestion(question, earlier)).toBe(question);
    }
  });
});

it("a question longer than people ask is a text of its own", () => {
  const long = `Where is it? ${"it ".repeat(300)}`;
  expect(standaloneQuestion(long, history)).toBe(long);
  expect(standaloneQuestion("Where is it?", [user(long), assistant("It is in Ness.")])).toBe("Where is it?");
});

it.each([
  ["punctuation", "?!.,;:()"],
  ["a bracket", "(((("],
  ["quotation marks", '"“”"'],
  ["a question word and nothing", "what"],
  ["an opening and nothing", "and"],
  ["courtesy alone", "thanks!"],
  ["a correction of nothing", "no, I meant"],
  ["Chinese", "他是谁？"],
  ["an emoji", "😀?"],
  ["a prototype's name", "constructor"],
  ["markup", "<script>it</script>"],
])("any input gives a string that is not blank: %s", (_, question) => {
  expect(standaloneQuestion(question, history).trim()).not.toBe("");
  expect(standaloneQuestion("Where is it?", [user(question), assistant(question)]).trim()).not.toBe("");
});

/** Each text is read by every pattern; the runner's time limit is the bar. */
it.each([
  ["it ".repeat(50_000)],
  ["and ".repeat(50_000)],
  ["the A of ".repeat(30_000)],
  ["not a, ".repeat(30_000)],
  [`${"A ".repeat(100_000)}?`],
  ['"'.repeat(100_000)],
  ["(".repeat(100_000)],
  [`no${" ".repeat(100_000)}x`],
  ["ok, ".repeat(50_000)],
])("time grows with the length of the turns, not with its square", (text) => {
  const turns = Array.from({ length: 10 }, () => [user(text.slice(0, 400)), assistant(text)]).flat();
  for (const question of [text.slice(0, 399), "And in Ness?", "Where is it?", text]) {
    expect(standaloneQuestion(question, turns).length).toBeLessThan(Math.max(text.length + 1, 20_000));
  }
});

it("a chain of fragments does not grow without end", () => {
  const chain = Array.from({ length: 200 }, (_, i) => user(`and item number ${i}?`));
  expect(standaloneQuestion("and now?", [...history, ...chain]).length).toBeLessThan(1000);
});
