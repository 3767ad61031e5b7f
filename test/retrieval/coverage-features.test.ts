import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieval, Retrieve } from "../../src/retrieval/retrieve.ts";
import type { FeatureName } from "../../src/retrieval/sentence-features.ts";
import { featureOf, readTexts } from "./read-features.ts";

const texts = {
  "lamps.md": `# The lighthouse

The keeper lit the green lamp at dusk. A boat struck the rock. The crew swam ashore. The boy saw nothing.

The lamp of the boat was green, said the man who kept the keys. Its glass broke.

## The zoo

A zebra grazed beside the pond. The ticket was cheap.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

const exactly: readonly (readonly [string, string, string, FeatureName, number])[] = [
  ["all words are there", "Who lit the green lamp at dusk?", "The keeper", "coverExact", 1],
  ["all words are there, each counting the same", "Who lit the green lamp at dusk?", "The keeper", "coverEvenly", 1],
  ["no word is there", "Who lit the lamp?", "A zebra", "coverExact", 0],
  ["half of the words are there", "Who lit the zebra?", "The keeper", "wordsExact", 0.5],
  ["a heading has the word", "Where is the zoo?", "A zebra", "coverWithHeading", 1],
  ["a heading has the word, the sentence does not", "Where is the zoo?", "A zebra", "coverExact", 0],
  ["the heading alone has it", "Where is the zoo?", "The ticket", "coverHeading", 1],
  ["the sentence before has the rest", "Which boat struck the rock, and who swam?", "The crew", "coverWithPrevious", 1],
  ["the sentence behind has the rest", "Which boat struck the rock, and who swam?", "A boat", "coverWithNext", 1],
  ["the sentence before has all", "Who struck the rock?", "The crew", "coverPrevious", 1],
  ["nothing stands before", "Who struck the rock?", "A zebra", "coverPrevious", 0],
  ["the chunk has all", "Who struck the rock?", "The keeper", "coverChunk", 1],
  ["no word is missing", "Who lit the lamp?", "The keeper", "unmetSum", 0],
  ["no word is missing in the chunk", "Who struck the rock?", "The keeper", "unmetSumChunk", 0],
  ["no word is missing in the chunk at all", "Who struck the rock?", "The keeper", "unmetMostChunk", 0],
  ["all its rare words were asked for", "Which glass broke?", "Its glass", "explainedByIdf", 1],
  ["all its words were asked for", "Which glass broke?", "Its glass", "explained", 1],
  ["it is the best of all by BM25", "Who struck the rock?", "A boat", "sentenceScore", 1],
  ["it shares no word", "Who struck the rock?", "A zebra", "sentenceScore", 0],
  ["its chunk is the best of all", "Who struck the rock?", "The keeper", "chunkScore", 1],
  ["neighbours stay neighbours", "Is there a green lamp?", "The keeper", "bigrams", 1],
  ["neighbours stand in another order", "Is there a green lamp?", "The lamp of", "bigrams", 0],
  ["the first word is matched", "Did the keeper graze?", "The keeper", "firstTerm", 1],
  ["the last word is matched", "Did the keeper graze?", "A zebra", "lastTerm", 1],
  ["the weightiest word is matched", "Where is the zebra?", "A zebra", "topTerm", 1],
  ["it stands elsewhere in the chunk", "Where is the zebra?", "The ticket", "topTermChunk", 1],
  ["there is no second word", "Where is the zebra?", "A zebra", "secondTerm", 0],
];

describe("how much of the question a sentence holds", () => {
  it.each(exactly)("where %s: %s %s %s", async (_, question, opening, feature, expected) => {
    expect(featureOf(await retrieve(question), opening, feature)).toBeCloseTo(expected, 6);
  });

  it("is more by likeness than by the very words", async () => {
    const retrieval = await retrieve("Which ship struck the rock?");
    const of = (feature: FeatureName) => featureOf(retrieval, "A boat", feature);
    for (const alike of ["coverPlain", "coverPurified", "coverRelated", "coverBest"] as const)
      expect(of(alike), alike).toBeGreaterThanOrEqual(of("coverExact"));
    expect(of("coverBest")).toBeGreaterThan(of("coverExact"));
  });

  it("falls with the weight of the word that is missing", async () => {
    const most = async (question: string) => featureOf(await retrieve(question), "The keeper", "unmetMost");
    expect(await most("Who lit the zebra?")).toBeGreaterThan(await most("Who lit the boat?"));
  });

  it("lacks a second word only where two are missing, and that one weighs no more", async () => {
    const retrieval = await retrieve("Where is the zebra by the pond?");
    expect(featureOf(retrieval, "A zebra", "unmetSecond")).toBe(0);
    const [most, second] = (["unmetMost", "unmetSecond"] as const).map((name) =>
      featureOf(retrieval, "The crew", name),
    );
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(most as number);
  });

  it("leaves the less of the sentence unexplained, the more of it was asked", async () => {
    const explained = async (question: string) => featureOf(await retrieve(question), "The keeper", "explained");
    expect(await explained("Did the keeper light the green lamp at dusk?")).toBeGreaterThan(
      await explained("Who is the keeper?"),
    );
  });

  it("lies the more together, the shorter the stretch that holds it", async () => {
    const spread = (retrieval: Retrieval, opening: string) => featureOf(retrieval, opening, "spread");
    const retrieval = await retrieve("Is there a green lamp?");
    expect(spread(retrieval, "The keeper")).toBeLessThan(spread(retrieval, "The lamp of"));
    expect(spread(await retrieve("Zzqx?"), "A zebra")).toBe(1);
  });

  it("is nothing where the question has no words", async () => {
    const retrieval = await retrieve("What is it?");
    for (const feature of ["coverExact", "coverBest", "coverChunk", "bigrams", "topTerm", "lastTerm"] as const)
      for (const { text } of retrieval.sentences) expect(featureOf(retrieval, text, feature), feature).toBe(0);
  });
});
