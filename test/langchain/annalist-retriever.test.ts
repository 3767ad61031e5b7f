import { FakeRetriever } from "@langchain/core/utils/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { viewPassage } from "../../src/domain/passage.ts";
import { AnnalistRetriever } from "../../src/langchain/annalist-retriever.ts";
import { createQuestionReader } from "../../src/retrieval/read-question.ts";
import type { Generation } from "../../src/search-index/generation.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

const shipped = shippedModels();
const question = "When was the harbour of Port Vale opened?";
let generation: Generation;
beforeAll(async () => {
  generation = await buildGeneration(
    {
      "port/harbour.md": `---\nurl: https://port.example/harbour\n---\n${harbourTexts["harbour.md"]}`,
      "town/museum.md": harbourTexts["museum.md"] ?? "",
    },
    shipped,
  );
});

const retrieverOf = (changes: Partial<ConstructorParameters<typeof AnnalistRetriever>[0]> = {}) =>
  new AnnalistRetriever({ ...shipped, generation, ...changes });

describe("our retriever in LangChain", () => {
  it("gives the passages of a search, with their words and where they stand", async () => {
    const { passages } = await createQuestionReader({ ...shipped, generation })(question);
    const found = await retrieverOf().invoke(question);
    expect(found.map(({ pageContent, metadata }) => ({ text: pageContent, score: metadata.score }))).toEqual(
      passages.slice(0, 8).map(({ text, score }) => ({ text, score })),
    );
    const [first] = passages.map(viewPassage);
    const { text: _, ...place } = first ?? { text: "" };
    expect(found[0]?.metadata).toEqual({
      ...place,
      title: "The harbour of Port Vale",
      url: "https://port.example/harbour",
      score: passages[0]?.score,
    });
    const text = generation.documents.find(({ id }) => id === "port-harbour")?.text;
    const { start, end } = found[0]?.metadata ?? {};
    expect(found[0]?.pageContent).toBe(text?.slice(start, end));
  });

  it("returns as many as are wanted, and stays in a collection", async () => {
    expect(await retrieverOf({ limit: 1 }).invoke(question)).toHaveLength(1);
    const found = await retrieverOf({ collection: "town" }).invoke(question);
    expect(new Set(found.map(({ metadata }) => metadata.documentId))).toEqual(new Set(["town-museum"]));
    await expect(retrieverOf({ collection: "none" }).invoke(question)).rejects.toThrow("is no collection");
  });

  it("stands wherever another retriever stands", async () => {
    const read = (documents: readonly { pageContent: string }[]) =>
      documents.map((each) => each.pageContent).join("\n");
    const fake = await new FakeRetriever().pipe(read).invoke(question);
    const ours = await retrieverOf({ limit: 1 }).pipe(read).invoke(question);
    expect([typeof fake, ours.includes("was opened on 3 May 1850")]).toEqual(["string", true]);
    expect(await retrieverOf({ limit: 1 }).batch([question, "loaves"])).toHaveLength(2);
  });

  it("tells LangChain's callbacks", async () => {
    const ended: number[] = [];
    const callbacks = [{ handleRetrieverEnd: (documents: readonly unknown[]) => void ended.push(documents.length) }];
    await retrieverOf({ limit: 1, callbacks }).invoke(question);
    expect(ended).toEqual([1]);
  });

  it("finds nothing for no question, and refuses one that is too long", async () => {
    expect(await retrieverOf().invoke(" \n")).toEqual([]);
    await expect(retrieverOf().invoke("x".repeat(2001))).rejects.toThrow("takes 1 to 2000 characters");
  });
});
