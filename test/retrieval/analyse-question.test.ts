import { beforeAll, describe, expect, it } from "vitest";
import { type AnalysedQuestion, analyseQuestion } from "../../src/retrieval/analyse-question.ts";
import { createSpelling } from "../../src/retrieval/spelling.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

let analyse: (question: string) => AnalysedQuestion;

beforeAll(async () => {
  const models = shippedModels();
  const { lexical } = await buildGeneration(harbourTexts, models);
  const context = { lexical, words: models.table, spelling: createSpelling(lexical) };
  analyse = (question) => analyseQuestion(question, context);
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
