import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import { createAssistant } from "../src/ask.ts";
import type { Answer } from "../src/domain/answer.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import type { Document } from "../src/domain/document.ts";
import { RequestError } from "../src/domain/errors.ts";
import { buildGeneration, shippedModels } from "./build-generation.ts";
import { harbourTexts } from "./harbour-texts.ts";
import { makeDocument } from "./make-document.ts";

const models = shippedModels();
/** Answers whatever its confidence, so that every question shows what it would cite. */
const eager = { ...models, confidence: { ...models.confidence, threshold: 0 } };

async function buildFrom(
  texts: Readonly<Record<string, string>>,
  { textless = [], ...options }: typeof models & { readonly textless?: readonly Document[] } = models,
): Promise<Assistant> {
  const built = await buildGeneration(texts, models);
  const suggestions = built.chunks.map(({ documentId, start, end }) => {
    return { question: `What does ${documentId} say at ${start}?`, documentId, start, end };
  });
  const documents = [...built.documents, ...textless];
  const generation = { ...built, documents, suggestions };
  return createAssistant({ ...options, generation, answerer: createExtractiveAnswerer() });
}

const facts = [
  ["When was the harbour opened?", "The harbour of Port Vale was opened on 3 May 1850."],
  ["How tall is the lighthouse?", "The lighthouse on Gull Rock is 48 metres tall."],
  ["Who designed the breakwater?", "Ada Stone designed the breakwater of the town."],
  ["What does a ticket cost?", "A ticket for the ferry costs 4 dollars."],
  ["Why did fishing end?", "Fishing ended in 1974 because the herring had disappeared."],
  ["Where is the bread museum?", "The bread museum stands in Mill Street."],
  ["1999年的12,500是什么？", "In 1999 the port handled 12,500 containers."],
] as const;
const questions = [
  ...facts.map(([question]) => question),
  "Who designed the breakwater and how tall is the lighthouse?",
  "Which hadron does quantum chromodynamics forbid?",
  "Is it true that the lighthouse is 52 metres tall?",
];
const folders = ["reports", "reports/2023", "letters"];

/** Documents in two or three folders, each of a few of the facts, and one beside the folders. */
const corpora = fc
  .array(
    fc.record({ folder: fc.nat(2), facts: fc.uniqueArray(fc.nat(facts.length - 1), { minLength: 1, maxLength: 4 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((documents) => [
    ["loose.txt", "A loose page. The town lies by the sea."],
    ...documents.map((each, i) => [
      `${folders[each.folder]}/${i}.txt`,
      each.facts.map((fact) => facts[fact]?.[1]).join(" "),
    ]),
  ])
  .map((entries) => Object.fromEntries(entries) as Readonly<Record<string, string>>);

const ask = (from: Assistant, question: string, collection?: string): Promise<Answer> =>
  from.ask({ question, history: [], limit: 20, explain: true, ...(collection !== undefined && { collection }) });
const withoutRun = ({ id: _, timings: __, ...rest }: Answer) => rest;

describe("asking a collection", () => {
  it("reads, cites, lists and suggests nothing from outside it, and finds what is in it", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, fc.constantFrom(...questions), async (texts, question) => {
        const assistant = await buildFrom(texts, eager);
        const before = withoutRun(await ask(assistant, question));
        for (const collection of assistant.collections()) {
          const inside = new Set(assistant.documents(collection).map(({ id }) => id));
          const answer = await ask(assistant, question, collection);
          const { passages } = await assistant.search({ query: question, limit: 20, collection });
          for (const { documentId } of [...answer.citations, ...answer.passages, ...passages])
            expect(inside).toContain(documentId);
          expect(passages.length).toBeGreaterThan(0);
          expect(answer.passages).toEqual(passages);
          for (const suggestion of answer.suggestions) expect(inside).toContain(suggestion.split(" ")[2]);
          const explained = [...JSON.stringify(answer.explanation).matchAll(/"documentId":"([^"]+)"/gu)];
          for (const [, id] of explained) expect(inside).toContain(id);
          const read = [...JSON.stringify(answer.explanation).matchAll(/"chunkId":"([^"#]+)#/gu)];
          for (const [, id] of read) expect(inside).toContain(id);
        }
        expect(withoutRun(await ask(assistant, question))).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("that holds the whole corpus gives the answer of the whole corpus", async () => {
    const below = Object.fromEntries(Object.entries(harbourTexts).map(([path, text]) => [`all/${path}`, text]));
    const assistant = await buildFrom(below);
    for (const question of questions)
      expect(withoutRun(await ask(assistant, question, "all"))).toEqual(withoutRun(await ask(assistant, question)));
  });
});

describe("an assistant with two collections", () => {
  let assistant: Assistant;
  beforeAll(async () => {
    const texts = {
      "port/harbour.md": harbourTexts["harbour.md"] ?? "",
      "town/lighthouse.txt": harbourTexts["lighthouse.txt"] ?? "",
      "town/museum.md": harbourTexts["museum.md"] ?? "",
    };
    const textless = [makeDocument({ id: "nothing", path: "empty/nothing.txt", text: "" })];
    assistant = await buildFrom(texts, { ...models, textless });
  });

  it("answers from the one asked, and abstains where only the other one answers", async () => {
    const question = "When was the harbour of Port Vale opened?";
    const inside = await ask(assistant, question, "port");
    expect([inside.status, inside.short]).toEqual(["answered", "3 May 1850"]);
    const outside = await ask(assistant, question, "town");
    expect([outside.status, outside.citations]).toEqual(["unanswerable", []]);
  });

  it("reads numbers of a question in another language in the one asked alone", async () => {
    const question = "1999年的12,500是什么？";
    expect((await ask(assistant, question, "port")).citations[0]?.documentId).toBe("port-harbour");
    const outside = await ask(assistant, question, "town");
    expect([outside.status, outside.citations]).toEqual(["unanswerable", []]);
  });

  it("lists its collections, and the documents of each", () => {
    expect(assistant.collections()).toEqual(["empty", "port", "town"]);
    expect(assistant.documents("town").map(({ id }) => id)).toEqual(["town-lighthouse", "town-museum"]);
    expect(assistant.documents()).toHaveLength(4);
  });

  it("refuses one that there is not", async () => {
    await expect(ask(assistant, "Who?", "ports")).rejects.toThrow(RequestError);
    await expect(assistant.search({ query: "Who?", limit: 1, collection: "ports" })).rejects.toThrow(
      'expected one of "empty", "port", "town"',
    );
    expect(() => assistant.documents("ports")).toThrow(RequestError);
  });

  it.each(questions)("answers nothing, and lists no passage, from one without text: %s", async (question) => {
    const { status, citations, passages } = await ask(assistant, question, "empty");
    expect([status, citations, passages]).toEqual(["unanswerable", [], []]);
  });
});
