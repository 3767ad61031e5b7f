import { expect, it } from "vitest";
import { readCasing } from "../../src/text/casing.ts";

const casing = readCasing([
  "Salt came to Vale by Rail.",
  "Rail is dear in Vale, and salt is not.",
  "We took the rail.",
]);

it("a word that is capitalised where no sentence starts is a name", () => {
  expect(casing.isName("Vale")).toBe(true);
  expect(casing.isCommon("Vale")).toBe(false);
});

it("a word in lower case is common, also where it starts a sentence", () => {
  expect(casing.isCommon("Salt")).toBe(true);
  expect(casing.isName("Salt")).toBe(false);
});

it("a word that is written both ways is neither, nor is one that only starts sentences", () => {
  expect([casing.isName("Rail"), casing.isCommon("Rail")]).toEqual([false, false]);
  expect([casing.isName("Bread"), casing.isCommon("Bread")]).toEqual([false, false]);
});

it("a function word is common and never a name", () => {
  expect([casing.isName("The"), casing.isCommon("The")]).toEqual([false, true]);
});
