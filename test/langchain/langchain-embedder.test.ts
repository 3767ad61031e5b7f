import { Embeddings } from "@langchain/core/embeddings";
import { FakeEmbeddings, SyntheticEmbeddings } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { createExtractiveAnswerer } from "../../src/answering/extractive-answerer.ts";
import { createAssistant } from "../../src/ask.ts";
import { unitVector } from "../../src/domain/vector.ts";
import { EmbedderEmbeddings } from "../../src/langchain/embedder-embeddings.ts";
import { createLangChainEmbedder, type LangChainEmbedderOptions } from "../../src/langchain/langchain-embedder.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

/** Embeddings that answer what a function says; `calls` holds the texts of each call. */
class ScriptedEmbeddings extends Embeddings {
  readonly calls: string[][] = [];
  readonly answer: (texts: string[]) => unknown;

  constructor(answer: (texts: string[]) => unknown) {
    super({});
    this.answer = answer;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.calls.push(texts);
    return (await this.answer(texts)) as number[][];
  }

  override embedQuery(): Promise<number[]> {
    throw new Error("not to be called");
  }
}

const create = (embeddings: LangChainEmbedderOptions["embeddings"], more: Partial<LangChainEmbedderOptions> = {}) =>
  createLangChainEmbedder({ embeddings, id: "langchain:test", ...more });
const failure = { code: "embedder", message: expect.stringContaining("langchain:test") };

describe("embeddings of LangChain as an embedder", () => {
  it("give unit vectors in order, of a dimension that one word tells", async () => {
    const embeddings = new SyntheticEmbeddings({ vectorSize: 6 });
    const embedder = await create(embeddings);
    expect([embedder.id, embedder.dimension, embedder.languages]).toEqual(["langchain:test", 6, "any"]);
    const texts = ["The harbour opened.", "A loaf of bread from the museum."];
    const expected = (await embeddings.embedDocuments(texts)).map(unitVector);
    expect(await embedder.embed(texts)).toEqual(expected);
  });

  it("give the fake's vector at unit length", async () => {
    const [vector] = await (await create(new FakeEmbeddings())).embed(["x"]);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 6);
  });

  it("are not asked for a dimension that is given, nor for blank texts, nor for more than a batch", async () => {
    const embeddings = new ScriptedEmbeddings((texts) => texts.map(() => [3, 4]));
    const embedder = await create(embeddings, { dimension: 2, batchSize: 2, languages: ["en"] });
    expect(embeddings.calls).toEqual([]);
    const vectors = await embedder.embed(["a", " ", "b", "c"]);
    expect(embeddings.calls).toEqual([["a", "b"], ["c"]]);
    expect(vectors.map((vector) => Array.from(vector))).toEqual([
      [Math.fround(0.6), Math.fround(0.8)],
      [1, 0],
      [Math.fround(0.6), Math.fround(0.8)],
      [Math.fround(0.6), Math.fround(0.8)],
    ]);
    expect(embedder.languages).toEqual(["en"]);
  });

  it.each([
    ["too few vectors", () => [[1, 0]], "1 vectors for 2 texts"],
    ["a vector of another length", () => [[1, 0], [1]], "vector 2 of 2 with 1 elements; expected 2"],
    [
      "an element that is no number",
      () => [
        [1, 0],
        [Number.NaN, 1],
      ],
      "NaN as element 0",
    ],
    [
      "an element that is infinite",
      () => [
        [1, 0],
        [1, Number.POSITIVE_INFINITY],
      ],
      "Infinity as element 1",
    ],
    [
      "a vector of zeros",
      () => [
        [1, 0],
        [0, 0],
      ],
      "length zero",
    ],
    ["nothing", () => undefined, "no list of vectors"],
    ["something else", () => ["vector"], "no list of vectors"],
  ])("are refused for %s", async (_, answer, words) => {
    const embedder = await create(new ScriptedEmbeddings(answer), { dimension: 2 });
    await expect(embedder.embed(["a", "b"])).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining(words),
    });
  });

  it("fail without repeating what a service said", async () => {
    const embeddings = new ScriptedEmbeddings(() => Promise.reject(new TypeError("the key sk-1 is wrong")));
    const error = await create(embeddings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ ...failure, message: expect.stringContaining("TypeError") });
    expect(String(error)).not.toContain("sk-1");
    expect((error as Error).cause).toBeUndefined();
  });

  it("are not waited for once that is cancelled", async () => {
    const embedder = await create(new ScriptedEmbeddings(() => new Promise(() => undefined)), { dimension: 2 });
    const stop = new AbortController();
    const embedding = embedder.embed(["a"], stop.signal);
    stop.abort();
    await expect(embedding).rejects.toMatchObject({ code: "aborted" });
    await expect(embedder.embed(["a"], stop.signal)).rejects.toMatchObject({ code: "aborted" });
  });

  it("refuse a batch size that is none", async () => {
    await expect(create(new FakeEmbeddings(), { batchSize: 0 })).rejects.toMatchObject({ code: "configuration" });
  });

  it("index texts that then answer", async () => {
    const embedder = await create(new SyntheticEmbeddings({ vectorSize: 8 }));
    const generation = await buildGeneration(harbourTexts, { embedder });
    expect(generation.manifest.embedder).toMatchObject({ id: "langchain:test", dimension: 8 });
    const assistant = createAssistant({
      ...shippedModels(),
      embedder,
      generation,
      answerer: createExtractiveAnswerer(),
    });
    const answer = await assistant.ask({
      question: "When was the harbour of Port Vale opened?",
      history: [],
      limit: 3,
    });
    expect(answer).toMatchObject({ status: "answered", short: "3 May 1850" });
  });
});

describe("our embedder as embeddings of LangChain", () => {
  it("gives its vectors to documents and queries alike", async () => {
    const { embedder } = shippedModels();
    const embeddings = new EmbedderEmbeddings(embedder);
    const [vector] = await embedder.embed(["harbour"]);
    expect(await embeddings.embedDocuments(["harbour"])).toEqual([Array.from(vector ?? [])]);
    expect(await embeddings.embedQuery("harbour")).toEqual(Array.from(vector ?? []));
  });
});
