import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import type { FeatureName } from "../../src/retrieval/sentence-features.ts";
import { featureOf, readTexts } from "./read-features.ts";

const texts = {
  "keeper.txt": `The keeper

The keeper (an old man) fed the gulls every morning. He said “the lamp is red” to every guest who climbed up. It broke. Who mended it? The gulls slept. The wall fell. The shop shut. The mill burned. The boat sank. The tower stayed. The keeper left.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

describe("what a sentence looks like", () => {
  it.each<[string, string, FeatureName, number]>([
    ["it begins with a pronoun", "He said", "pronoun", 1],
    ["it begins with a noun", "The gulls", "pronoun", 0],
    ["its pronoun stands for what the question names", "He said", "pronounPrevious", 1],
    ["it has no pronoun to stand for anything", "The gulls", "pronounPrevious", 0],
    ["it comes first", "The keeper (", "isFirst", 1],
    ["it comes later", "It broke", "isFirst", 0],
    ["its place is counted in tenths", "It broke", "index", 0.2],
    ["its place counts up to ten", "The keeper left", "index", 1],
    ["it quotes", "He said", "quoted", 1],
    ["it does not quote", "It broke", "quoted", 0],
    ["it has brackets", "The keeper (", "bracketed", 1],
    ["it has no brackets", "He said", "bracketed", 0],
    ["it asks", "Who mended", "endsWithQuestionMark", 1],
    ["it tells", "It broke", "endsWithQuestionMark", 0],
    ["it is short", "It broke", "short", 1],
    ["it is not short", "He said", "short", 0],
    ["its words are counted in sixtieths", "It broke", "length", 2 / 60],
    ["the question has two words of twelve", "It broke", "questionLength", 2 / 12],
  ])("is told where %s: %s, %s", async (_, opening, feature, expected) => {
    expect(featureOf(await retrieve("Was the keeper old?"), opening, feature)).toBeCloseTo(expected, 6);
  });
});
