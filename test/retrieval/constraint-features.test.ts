import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import type { FeatureName } from "../../src/retrieval/sentence-features.ts";
import { featureOf, readTexts } from "./read-features.ts";

const texts = {
  "mills.md": `---
date: 2023-05-10
---

# The mills of Port Vale

The keeper Tom Hale bought the round mill. The baker Ben Hale bought the old mill. The teacher Ada Stone bought the white mill. The oldest mill is empty.

The mill sold 40 barrels in 2019. Last year the mill sold 60 barrels of flour. The mill opened its gate in spring. The mill closed its gate and its shop. It never sold bread. The price of flour climbed.
`,
  "harbour.txt": `The boats

Some boats sail from Port Vale to the island. A boat lifted its anchor.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

describe("what a question insists on", () => {
  it.each<[string, string, string, FeatureName, number]>([
    ["a name that the sentence has is met", "What did Tom Hale buy?", "The keeper", "names", 1],
    ["a name of which a part is missing is half met", "What did Tom Hale buy?", "The baker", "names", 0.5],
    ["a missing part of a name is one unmet name of three", "What did Tom Hale buy?", "The baker", "unmetNames", 1 / 3],
    ["another bearer of a name splits it", "What did Tom Hale buy?", "The baker", "splitName", 1],
    ["the bearer himself does not split his name", "What did Tom Hale buy?", "The keeper", "splitName", 0],
    ["somebody else altogether does not split it", "What did Tom Hale buy?", "The teacher", "splitName", 0],
    ["a sentence of somebody else says so", "What did Tom Hale buy?", "The teacher", "otherNames", 2 / 3],
    ["the name that both bear is no other one", "What did Tom Hale buy?", "The baker", "otherNames", 1 / 3],
    ["names beside the one asked for are no others", "What did Tom Hale buy?", "The keeper", "otherNames", 0],
    ["a name in the same chunk counts there", "What did Tom Hale buy?", "The baker", "namesChunk", 1],
    ["a name in no sentence of the chunk does not", "What did Tom Hale buy?", "A boat", "namesChunk", 0],
    ["a name in the same chunk is not missing there", "What did Tom Hale buy?", "The baker", "unmetNamesChunk", 0],
    ["a name in the heading is not in the sentence", "Which mill of Port Vale is empty?", "The oldest", "names", 0],
    ["a name in the heading counts", "Which mill of Port Vale is empty?", "The oldest", "namesWithHeading", 1],
    ["a name that the corpus lacks is unknown", "What did Zebedee Ottokar buy?", "The keeper", "namesUnknown", 1],
    ["a name that it has is known", "What did Tom Hale buy?", "The keeper", "namesUnknown", 0],
    ["a question without names misses none", "Which mill is empty?", "The keeper", "names", 1],
    ["a number is met by itself", "Who sold 40 barrels?", "The mill sold 40", "numbers", 1],
    ["a number is not met by another", "Who sold 40 barrels?", "Last year", "numbers", 0],
    ["a year is met by itself", "What did the mill sell in 2019?", "The mill sold 40", "years", 1],
    ["a year is not met by a sentence without it", "What did the mill sell in 2019?", "The keeper", "years", 0],
    ["a rank is met by itself", "Which is the oldest mill?", "The oldest", "unmetRank", 0],
    ["a rank is missed", "Which is the oldest mill?", "The baker", "unmetRank", 1],
    ["a question without a rank misses none", "Which mill is empty?", "The baker", "unmetRank", 0],
    ["the antonym stands in for the word", "When did the mill open its gate?", "The mill closed", "opposite", 1],
    ["the word itself is no antonym", "When did the mill open its gate?", "The mill opened", "opposite", 0],
    ["a negation that was not asked for differs", "Did it sell bread?", "It never", "negationDiffers", 1],
    ["a negation that was asked for does not", "What did it not sell?", "It never", "negationDiffers", 0],
    ["a negation that is asked for is missing", "What did it not sell?", "The mill sold 40", "negationDiffers", 1],
  ])("%s: %s", async (_, question, opening, feature, expected) => {
    expect(featureOf(await retrieve(question), opening, feature)).toBeCloseTo(expected, 6);
  });
});

describe("the time asked for", () => {
  it.each<[string, string, string, number, number]>([
    ["is met by the same year", "What was sold in 2019?", "The mill sold 40", 1, 0],
    ["is met by “last year” in a text of the year after", "What was sold in 2022?", "Last year", 1, 0],
    ["is another than the sentence's", "What was sold in 2022?", "The mill sold 40", 0, 1],
    ["is another than “last year” of the text", "What was sold in 2019?", "Last year", 0, 1],
    ["is partly met by the year that holds it", "What was sold in May 2019?", "The mill sold 40", 0.9, 0],
    ["is partly met by a year that it holds", "What was sold from 2018 to 2020?", "The mill sold 40", 0.8, 0],
    ["is hardly met by no time, which differs from none", "What was sold in 2019?", "The keeper", 0.25, 0],
    ["is met where none was asked for", "What was sold?", "The mill sold 40", 1, 0],
  ])("%s: %s", async (_, question, opening, met, differs) => {
    const retrieval = await retrieve(question);
    expect(featureOf(retrieval, opening, "timeMet")).toBeCloseTo(met, 6);
    expect(featureOf(retrieval, opening, "timeDiffers")).toBe(differs);
  });
});

describe("a word that is not met", () => {
  it("weighs nothing where it stands, less where a word is alike, most where none is", async () => {
    const retrieval = await retrieve("When did the price of flour rise?");
    const unmet = (opening: string) => featureOf(retrieval, opening, "unmetKnown");
    expect(unmet("The price")).toBeLessThan(unmet("Last year"));
    expect(unmet("Last year")).toBeLessThan(unmet("The keeper"));
  });

  it("weighs nothing on a sentence whose chunk has it", async () => {
    const retrieval = await retrieve("Which price climbed in spring?");
    expect(featureOf(retrieval, "The price", "unmetKnown")).toBeGreaterThan(0);
    expect(featureOf(retrieval, "The price", "unmetKnownChunk")).toBe(0);
    expect(featureOf(retrieval, "A boat", "unmetKnownChunk")).toBeGreaterThan(0);
  });

  it("weighs the more, the more names are missing", async () => {
    const retrieval = await retrieve("What did Tom Hale buy?");
    const weight = (opening: string) => featureOf(retrieval, opening, "unmetNamesWeight");
    expect(weight("The keeper")).toBe(0);
    expect(weight("The baker")).toBeGreaterThan(0);
    expect(weight("The teacher")).toBeGreaterThan(weight("The baker"));
  });

  it("counts as met by likeness alone where a word is alike", async () => {
    const retrieval = await retrieve("Which ship lifted its anchor?");
    expect(featureOf(retrieval, "A boat", "unmetUnknown")).toBeLessThan(
      featureOf(retrieval, "The keeper", "unmetUnknown"),
    );
    const known = await retrieve("Which boats did he buy?");
    expect(featureOf(known, "Some boats", "softOnly")).toBe(0);
    const bread = await retrieve("Who sold the flour?");
    expect(featureOf(bread, "It never", "softOnly")).toBeGreaterThan(0);
  });
});
