import { expect, it } from "vitest";
import { standaloneQuestion } from "../../src/conversation/standalone-question.ts";

const history = [
  { role: "user", content: "Who is the mayor of Paris?" },
  { role: "assistant", content: "Anne Hidalgo is the mayor. [1]" },
] as const;

it("a short question that is complete replaces nothing in the one before", () => {
  expect(standaloneQuestion("What is the price of grain?", history)).toBe("What is the price of grain?");
});

it("what a user writes is never read as a replacement pattern", () => {
  expect(standaloneQuestion("What about A$& Corp?", history)).toBe("Who is the mayor of A$& Corp?");
});
