import { expect, it } from "vitest";
import { questionOfHeading } from "../../src/text/question-of-heading.ts";

it("a heading that asks is a question as it stands", () => {
  expect(questionOfHeading("How do I renew a loan?")).toBe("How do I renew a loan?");
  expect(questionOfHeading("Which  cards are\naccepted?")).toBe("Which cards are accepted?");
});

it.each([
  ["asks nothing", "Opening hours"],
  ["leans on its place", "What does it cost?"],
  ["leans on its place", "Is this free of charge?"],
  ["is too short", "Why not?"],
  ["is long", `What is ${"very ".repeat(20)}dear?`],
  ["holds markup", "What is <b>bread</b>?"],
])("a heading that %s is none: %s", (_, heading) => {
  expect(questionOfHeading(heading)).toBeNull();
});
