import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import { termFeatureCount, termFeatureNames } from "../../src/retrieval/term-features.ts";
import { questions } from "./question-arbitrary.ts";
import { readTexts, termFeatureOf } from "./read-features.ts";

const texts = {
  "trade.txt": `The trade of the coast

The Stone Company shipped herring to Japan. The Hale Company shipped herring from Japan. The herring of Japan is salted.

The costume designer was Ada Stone. The production designer was Ben Hale. A designer drew the second poster. The lamp was lit in 1999. The lamp went out in 2005, when the work ended. The keeper bought 40 barrels. The shop of the keeper was robbed. The crew will buy sails.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

describe("a word of the question at a sentence", () => {
  type Row = readonly [string, string, string, string, (typeof termFeatureNames)[number], number];
  it.each<Row>([
    ["stands behind the same preposition", "Who shipped to Japan?", "The Stone", "japan", "sameRelation", 1],
    ["does not stand behind another one then", "Who shipped to Japan?", "The Stone", "japan", "otherRelation", 0],
    ["stands behind another preposition", "Who shipped to Japan?", "The Hale", "japan", "otherRelation", 1],
    ["stands behind none of its own then", "Who shipped to Japan?", "The Hale", "japan", "sameRelation", 0],
    ["has no relation without a preposition", "Has Japan salted herring?", "The Hale", "japan", "otherRelation", 0],
    ["has another word in its place", "Who was the costume designer?", "The production", "costume", "otherModifier", 1],
    ["has itself in its place", "Who was the costume designer?", "The costume", "costume", "otherModifier", 0],
    ["has nothing in its place", "Who was the costume designer?", "A designer", "costume", "otherModifier", 0],
    ["has no place", "Who was the costume designer?", "The lamp was", "costume", "otherModifier", 0],
    ["stands before its neighbour", "Who was the costume designer?", "The costume", "costume", "joinedAfter", 1],
    ["stands behind its neighbour", "Who was the costume designer?", "The costume", "designer", "joinedBefore", 1],
    ["has a neighbour that is met", "Who was the costume designer?", "The costume", "designer", "beforeExact", 1],
    ["has a neighbour that is missed", "Who was the costume designer?", "A designer", "designer", "beforeExact", 0],
    ["has a met neighbour behind it", "Who was the costume designer?", "A designer", "costume", "afterExact", 1],
    ["is one of several there, not here", "Who drew the poster?", "A designer", "poster", "ranked", 1],
    ["is one of several in both", "Who drew the second poster?", "A designer", "poster", "ranked", 0],
    ["is met by its antonym", "When did the work begin?", "The lamp went", "begin", "opposite", 1],
    ["is met by itself, not by its antonym", "When did the work end?", "The lamp went", "end", "opposite", 0],
    ["is met exactly", "Who bought barrels?", "The keeper", "barrels", "exact", 1],
    ["is met by another form of itself", "Who buys a barrel?", "The keeper", "barrel", "exact", 1],
    ["is not met exactly by a synonym", "Who will purchase sails?", "The crew", "purchase", "exact", 0],
    ["is a year", "What was lit in 1999?", "The lamp was", "1999", "isYear", 1],
    ["is a number", "Who bought 40 barrels?", "The keeper", "40", "isNumber", 1],
    ["is a rank", "Who drew the second poster?", "A designer", "second", "isRank", 1],
    ["is a name", "Who shipped to Japan?", "The Stone", "japan", "isName", 1],
    ["is matched by a name", "Who shipped to Japan?", "The Stone", "japan", "matchIsName", 1],
    ["stands before a name", "Who shipped herring to Japan?", "The Stone", "herring", "nameAfter", 1],
    ["stands behind a name", "Did Japan salt herring?", "The herring", "salt", "nameBefore", 1],
    ["is the noun asked for", "How many barrels are there?", "The keeper", "barrels", "isFocus", 1],
    ["is in the corpus", "Who bought barrels?", "The lamp was", "barrels", "isKnown", 1],
    ["is not in the corpus", "Who bought zeppelins?", "The lamp was", "zeppelins", "isKnown", 0],
    ["comes first", "Who bought 40 barrels?", "The keeper", "bought", "place", 0],
    ["comes last", "Who bought 40 barrels?", "The keeper", "barrels", "isLast", 1],
    ["stands in brackets", "Who bought barrels (the keeper)?", "The keeper", "keeper", "bracketed", 1],
    ["stands outside of the brackets", "Who bought barrels (the keeper)?", "The keeper", "barrels", "bracketed", 0],
    ["is in the heading", "What is the coast?", "The keeper", "coast", "headingExact", 1],
    ["is in the chunk", "Who bought the shop?", "The keeper", "shop", "chunkExact", 1],
    ["is met elsewhere", "Who shipped barrels?", "The lamp was", "barrels", "elsewhereExact", 1],
    ["is met nowhere", "Who shipped zeppelins?", "The lamp was", "zeppelins", "elsewhereExact", 0],
    ["is as good as met by the heading", "What is the coast?", "The keeper", "coast", "headingBest", 1],
    ["is as good as met by the chunk", "Who bought the shop?", "The keeper", "shop", "chunkBest", 1],
    ["is as good as met elsewhere", "Who shipped barrels?", "The lamp was", "barrels", "elsewhereBest", 1],
    ["is asked of a time that the sentence has", "Was a lamp lit in 1999?", "The lamp was", "lamp", "timeMet", 1],
    ["is asked of another time", "Was a lamp lit in 1999?", "The lamp went", "lamp", "timeMet", 0],
    ["was in the sentence before", "Who was robbed of barrels?", "The shop", "barrels", "previousBest", 1],
    ["had no sentence before", "Who bought barrels?", "The costume", "barrels", "previousBest", 0],
    ["stands beside another that is met", "Who bought 40 barrels?", "The keeper", "barrels", "nearOthers", 0.75],
    ["stands alone", "Where are barrels?", "The keeper", "barrels", "nearOthers", 0],
  ])("%s: %s %s %s %s", async (_, question, opening, surface, feature, expected) => {
    expect(termFeatureOf(await retrieve(question), { opening, surface }, feature)).toBeCloseTo(expected, 6);
  });

  it("is related to a synonym by four fifths, and to no other word", async () => {
    const retrieval = await retrieve("Who will purchase sails?");
    const related = (opening: string) => termFeatureOf(retrieval, { opening, surface: "purchase" }, "related");
    expect(related("The crew")).toBeCloseTo(0.8, 6);
    expect(related("The lamp was")).toBe(0);
  });

  it("is met best by the best of all measures", async () => {
    const retrieval = await retrieve("Who will purchase canvas for a boat?");
    for (const surface of ["purchase", "canvas", "boat"]) {
      const of = (name: (typeof termFeatureNames)[number]) =>
        termFeatureOf(retrieval, { opening: "The crew", surface }, name);
      const measures = (["exact", "plain", "purified", "related"] as const).map(of);
      expect(of("best"), surface).toBe(Math.max(...measures));
      expect(of("best"), surface).toBeGreaterThan(0);
    }
  });

  it("weighs the more, the rarer it is in the corpus and in English", async () => {
    const retrieval = await retrieve("Did the keeper of the herring buy a salted poster?");
    const of = (surface: string, name: "weight" | "idf" | "generalIdf" | "matchIdf", opening = "The herring") =>
      termFeatureOf(retrieval, { opening, surface }, name);
    expect(of("salted", "idf")).toBeGreaterThan(of("herring", "idf"));
    expect(of("salted", "generalIdf")).toBeGreaterThan(of("keeper", "generalIdf"));
    expect(of("salted", "weight")).toBeGreaterThan(of("keeper", "weight"));
    expect(of("herring", "matchIdf")).toBe(of("herring", "idf"));
  });

  it("is the nearer to an answer, the fewer words stand between", async () => {
    const retrieval = await retrieve("Who was the costume designer?");
    const near = (surface: string) => termFeatureOf(retrieval, { opening: "The costume", surface }, "nearAnswer");
    expect(near("designer")).toBeGreaterThan(near("costume"));
    expect(near("costume")).toBeGreaterThan(0);
  });
});

describe("the rows of a question", () => {
  it("are one a term, each as long as there are names, of finite numbers about 0 to 1", async () => {
    await fc.assert(
      fc.asyncProperty(questions(Object.values(texts).join(" ")), async (text) => {
        const { question, sentences } = await retrieve(text);
        for (const { termRows } of sentences) {
          expect(termRows).toHaveLength(question.terms.length * termFeatureNames.length);
          expect(termRows.filter((value) => !(value >= 0 && value <= 1.5))).toHaveLength(0);
        }
      }),
      { numRuns: 60 },
    );
    expect(termFeatureCount).toBe(termFeatureNames.length);
  });

  it("have names that differ", () => {
    expect(new Set(termFeatureNames).size).toBe(termFeatureNames.length);
  });
});
