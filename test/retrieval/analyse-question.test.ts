import { beforeAll, describe, expect, it } from "vitest";
import { type AnalysedQuestion, analyseQuestion } from "../../src/retrieval/analyse-question.ts";
import { createSpelling } from "../../src/retrieval/spelling.ts";
import { stem } from "../../src/text/stem.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

let analyse: (question: string) => AnalysedQuestion;
let analyseCoast: (question: string) => AnalysedQuestion;

/** Words that lie near those of the questions. */
const coast = {
  "coast.txt":
    "The coast\n\nThe keeper wears a coat. Everybody wears boots. The weir broke. A skerry lies bare. Cherries grow here. A gannet dives. Two ferries pass the lighthouse, the tower and the village.\n",
};

beforeAll(async () => {
  const models = shippedModels();
  const { lexical } = await buildGeneration(harbourTexts, models);
  const context = { lexical, words: models.table, spelling: createSpelling(lexical) };
  analyse = (question) => analyseQuestion(question, context);
  const { lexical: words } = await buildGeneration(coast, models);
  const onCoast = { lexical: words, words: models.table, spelling: createSpelling(words) };
  analyseCoast = (question) => analyseQuestion(question, onCoast);
});

const surfaces = ({ terms }: AnalysedQuestion) => terms.map(({ surface }) => surface);

describe("an analysed question", () => {
  it("has its content words as terms, each once, function words left out", () => {
    expect(surfaces(analyse("When was the harbour of the harbour opened?"))).toEqual(["harbour", "opened"]);
  });

  it("has no terms where it has function words alone", () => {
    expect(analyse("What is it and why?").terms).toEqual([]);
    expect(analyse("???").terms).toEqual([]);
  });

  it("takes an unknown word for the corpus's nearest, and says so", () => {
    const { terms, corrections } = analyse("When was the lighthuose lamp replaced?");
    expect(terms.map(({ surface }) => surface)).toContain("lighthouse");
    expect(corrections).toEqual([["lighthuose", "lighthouse"]]);
  });

  it.each([
    ["a plural whose singular the corpus has", "Where are the weirs?", "weirs", true],
    ["a plural that English hardly knows, whose singular the corpus has", "Where are the skerries?", "skerries", true],
    ["a rare plural that the corpus lacks, near another word", "Where do the ferrets sleep?", "ferrets", false],
    ["a frequent word that the corpus lacks, near another word", "Where is the towel?", "towel", false],
  ])("leaves %s as it is: %s", (_, question, surface, isKnown) => {
    const { terms, corrections } = analyseCoast(question);
    expect(corrections).toEqual([]);
    expect((terms.find((each) => each.surface === surface)?.termId ?? -1) >= 0).toBe(isKnown);
  });

  it.each([
    ["ferreis", "ferries"],
    ["lighthuoses", "lighthouse"],
  ])("still repairs a misspelled plural: %s", (written, meant) => {
    const [correction] = analyseCoast(`Where are the ${written}?`).corrections;
    expect(correction?.[0]).toBe(written);
    expect(stem(correction?.[1] ?? "")).toBe(stem(meant));
  });

  it("joins what was written apart and splits what was run together", () => {
    expect(analyse("How tall is the light house?").corrections).toEqual([["light house", "lighthouse"]]);
    expect(surfaces(analyse("Where is the breadmuseum?"))).toEqual(["bread", "museum"]);
  });

  it("knows years, numbers and names", () => {
    const { terms } = analyse("Did Tom Hale see twelve boats in 1850?");
    const kinds = Object.fromEntries(terms.map(({ surface, kind, isName }) => [surface, isName ? "name" : kind]));
    expect(kinds).toMatchObject({ tom: "name", hale: "name", twelve: "number", 1850: "year" });
  });

  it("marks a term that the corpus lacks, and weighs every term above 0", () => {
    const { terms } = analyse("Does the harbour have zebras?");
    expect(terms.find(({ surface }) => surface === "zebras")?.termId).toBe(-1);
    for (const { weight } of terms) expect(weight).toBeGreaterThan(0);
  });

  it.each([
    ["How many wooden loaves does it show?", "loaves"],
    ["What is the height of the tower?", "height"],
    ["What kind of loaf was baked?", "loaf"],
    ["Who built it?", undefined],
  ])("“%s” asks for %s", (question, noun) => {
    const { terms, focus } = analyse(question);
    expect(terms[focus]?.surface).toBe(noun);
  });

  it.each([
    ["Which animals are not allowed?", true],
    ["Who didn't come?", true],
    ["Which tenant came?", false],
  ])("“%s” is negated: %s", (question, negated) => {
    expect(analyse(question).negated).toBe(negated);
  });
});
