import { beforeAll, describe, expect, it } from "vitest";
import { correctPremise } from "../../src/answering/correct-premise.ts";
import { findFalsePremise } from "../../src/answering/false-premise.ts";
import { createRetriever, type Retrieve } from "../../src/retrieval/retrieve.ts";
import { buildAssistant, buildGeneration, shippedModels } from "../build-generation.ts";

const text = `# Orlen valley

The number of beehives in Orlen fell to 310 in 2019.

The widow Marta Voss was offered the mill in Orlen and turned it down.

The first walnut tree of Orlen was planted in 1887.

The tower of Orlen has no bells.

The nine bridges of Orlen were painted green by volunteers.

The smuggler Tolvar attacked the brewery of Orlen at night.

The ferry of Orlen does not carry bicycles until June.

The pass above Orlen is open in winter, and skiers do not need a permit for it.

The cooper of Orlen makes barrels of oak.

The choir of Orlen won every prize in 2005.

The shepherds of Orlen wear felt hats.`;

let retrieve: Retrieve;
beforeAll(async () => {
  const models = shippedModels();
  retrieve = createRetriever({ ...models, generation: await buildGeneration({ "orlen.md": text }, models) });
});

async function found(question: string, withheld = true) {
  const premise = findFalsePremise(await retrieve(question), { withheld });
  return premise === null ? null : { kind: premise.contradiction.kind, text: premise.sentence.text };
}

describe("a false premise", () => {
  it.each([
    ["Why did the number of beehives in Orlen grow in 2019?", "direction", /fell to 310/u],
    ["By how much did the number of beehives in Orlen increase in 2019?", "direction", /fell to 310/u],
    ["Why did Marta Voss accept the mill in Orlen?", "opposite", /turned it down/u],
    ["How many bells does the tower of Orlen have?", "denial", /no bells/u],
    ["Why do skiers need a permit for the pass above Orlen in winter?", "denial", /do not need/u],
    ["Who planted the first walnut tree of Orlen in 1912?", "time", /1887/u],
    ["Who painted the twelve bridges of Orlen green?", "number", /nine bridges/u],
    ["Why did Garrick attack the brewery of Orlen at night?", "name", /Tolvar/u],
    ["Why does the cooper of Orlen never make barrels of oak?", "statement", /barrels of oak/u],
  ])("is found in “%s” (%s)", async (question, kind, quote) => {
    expect(await found(question)).toEqual({ kind, text: expect.stringMatching(quote) });
  });

  it.each([
    ["Why did the number of beehives in Orlen fall in 2019?"],
    ["To what number did the beehives in Orlen fall?"],
    ["Did the number of beehives in Orlen grow in 2019?"],
    ["Why did the number of beehives in Orlen grow in 2021?"],
    ["Why did the number of beehives in Skarn grow in 2019?"],
    ["Who turned down the mill in Orlen?"],
    ["When was the first walnut tree of Orlen planted?"],
    ["Which tree of Orlen was planted in 1887?"],
    ["Who painted the nine bridges of Orlen green?"],
    ["Why did Tolvar attack the brewery of Orlen at night?"],
    ["Why does the tower of Orlen have no bells?"],
    ["From when on does the ferry of Orlen carry bicycles?"],
    ["What does the cooper of Orlen make barrels of?"],
    ["Which choir won every prize in 2005?"],
    ["What do the shepherds of Orlen wear?"],
  ])("is none in “%s”", async (question) => {
    expect(await found(question)).toBeNull();
  });

  it("is none where another sentence bears the question out", async () => {
    const models = shippedModels();
    const both = "The mill of Orlen has no bells.\n\nThe tower of Orlen has three bells.";
    const ask = createRetriever({ ...models, generation: await buildGeneration({ "both.txt": both }, models) });
    const retrieval = await ask("How many bells does the tower of Orlen have?");
    expect(findFalsePremise(retrieval, { withheld: true })).toBeNull();
  });
});

describe("where an answer would be given", () => {
  it.each([
    ["Why did the number of beehives in Orlen grow in 2019?", "direction"],
    ["Why did Marta Voss accept the mill in Orlen?", "opposite"],
    ["How many bells does the tower of Orlen have?", "denial"],
  ])("“%s” is corrected all the same (%s)", async (question, kind) => {
    expect(await found(question, false)).toMatchObject({ kind });
  });

  it.each([
    ["Who painted the twelve bridges of Orlen green?"],
    ["Why did Garrick attack the brewery of Orlen at night?"],
    ["Why does the cooper of Orlen never make barrels of oak?"],
  ])("“%s” is not: its sign is too weak", async (question) => {
    expect(await found(question, true)).not.toBeNull();
    expect(await found(question, false)).toBeNull();
  });
});

describe("a correction", () => {
  it("is an abstention that quotes the sentence and rests on it", async () => {
    const retrieval = await retrieve("How many bells does the tower of Orlen have?");
    const draft = correctPremise(retrieval, { confidence: 0.2, withheld: true });
    const start = text.indexOf("The tower of Orlen");
    expect(draft).toEqual({
      status: "unanswerable",
      reason: "false_premise",
      sentences: [
        {
          text: "The documents say otherwise: “The tower of Orlen has no bells.”",
          evidence: [{ documentId: "orlen", start, end: start + "The tower of Orlen has no bells.".length }],
        },
      ],
      short: null,
      confidence: 0.2,
    });
  });

  it("is none for a question that takes nothing wrong for granted", async () => {
    const retrieval = await retrieve("What do the shepherds of Orlen wear?");
    expect(correctPremise(retrieval, { confidence: 0.2, withheld: true })).toBeNull();
  });

  it("reaches the reader with a marker and the citation of that sentence, and nothing short", async () => {
    const assistant = await buildAssistant({ "orlen.md": text });
    const question = "How many bells does the tower of Orlen have?";
    const answer = await assistant.ask({ question, history: [], limit: 3 });
    expect(answer).toMatchObject({ status: "unanswerable", reason: "false_premise", short: null });
    expect(answer.answer).toBe("The documents say otherwise: “The tower of Orlen has no bells.” [1]");
    expect(answer.citations.map(({ quote }) => quote)).toEqual(["The tower of Orlen has no bells."]);
  });
});
