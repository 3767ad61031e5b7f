import { MockEmbeddingModelV4 } from "ai/test";
import { describe, expect, it } from "vitest";
import { ConfigurationError, ModelError } from "../../src/domain/errors.ts";
import { createAiSdkEmbedder } from "../../src/embedding/ai-sdk-embedder.ts";

const id = "openai-compatible:mock";

/** A model that answers each text by `vectorOf`; its `doEmbedCalls` tell what it was asked. */
function modelOf(vectorOf: (text: string) => number[]) {
  return new MockEmbeddingModelV4({
    maxEmbeddingsPerCall: 100,
    doEmbed: async ({ values }) => ({ embeddings: values.map(vectorOf), warnings: [] }),
  });
}
const byLength = (text: string) => [text.length, 1, 0];

function answering(embeddings: number[][]) {
  return new MockEmbeddingModelV4({ maxEmbeddingsPerCall: 100, doEmbed: async () => ({ embeddings, warnings: [] }) });
}

describe("createAiSdkEmbedder", () => {
  it("learns the dimension from one word", async () => {
    const model = modelOf(byLength);
    const embedder = await createAiSdkEmbedder({ model, id });
    expect(embedder).toMatchObject({ id, dimension: 3 });
    expect(model.doEmbedCalls.length).toBe(1);
  });

  it("asks nothing when the dimension is given", async () => {
    const model = modelOf(byLength);
    const embedder = await createAiSdkEmbedder({ model, id, dimension: 3 });
    expect(embedder.dimension).toBe(3);
    expect(embedder.languages).toBe("any");
    expect(model.doEmbedCalls).toEqual([]);
  });

  it("scales to unit length and keeps the order of the texts over all batches", async () => {
    const model = modelOf(byLength);
    const embedder = await createAiSdkEmbedder({ model, id, dimension: 3, batchSize: 2 });
    const texts = ["a", "bb", "ccc", "dddd", "eeeee"];
    const vectors = await embedder.embed(texts);
    expect(vectors.map(([x = 0, y = 1]) => Math.round(x / y))).toEqual([1, 2, 3, 4, 5]);
    for (const [x = 0, y = 0] of vectors) expect(x * x + y * y).toBeCloseTo(1, 6);
    expect(model.doEmbedCalls.map(({ values }) => values)).toEqual([["a", "bb"], ["ccc", "dddd"], ["eeeee"]]);
  });

  it("does not send blank texts and gives them the first basis vector", async () => {
    const model = modelOf(byLength);
    const embedder = await createAiSdkEmbedder({ model, id, dimension: 3 });
    const [first, second, third] = await embedder.embed(["", "word", " \n"]);
    expect([first, third]).toEqual([Float32Array.of(1, 0, 0), Float32Array.of(1, 0, 0)]);
    expect(second?.[1]).toBeGreaterThan(0);
    expect(model.doEmbedCalls.map(({ values }) => values)).toEqual([["word"]]);
    expect(await embedder.embed([])).toEqual([]);
  });

  it.each<[string, number[][], string]>([
    ["too few vectors", [[1, 0, 0]], "1 vectors came; expected one for each text"],
    [
      "too many vectors",
      [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      "3 vectors came",
    ],
    [
      "a vector of another dimension",
      [
        [1, 0, 0],
        [1, 0],
      ],
      "vector 2 of 2 with 2 elements; expected 3",
    ],
    [
      "NaN",
      [
        [1, 0, 0],
        [1, Number.NaN, 0],
      ],
      "vector 2 of 2 with NaN as element 1; expected finite numbers",
    ],
    [
      "infinity",
      [
        [Infinity, 0, 0],
        [1, 0, 0],
      ],
      "vector 1 of 2 with Infinity as element 0",
    ],
    [
      "zeros",
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
      "vector 2 of 2 of length zero",
    ],
    [
      "a length that overflows",
      [
        [1e200, 0, 0],
        [1, 0, 0],
      ],
      "vector 1 of 2 of length zero or beyond measure",
    ],
  ])("refuses an answer with %s, and says so", async (_, embeddings, found) => {
    const embedder = await createAiSdkEmbedder({ model: answering(embeddings), id, dimension: 3 });
    const failure = embedder.embed(["one", "two"]);
    await expect(failure).rejects.toBeInstanceOf(ModelError);
    await expect(failure).rejects.toMatchObject({ code: "embedder", message: expect.stringContaining(found) });
    await expect(failure).rejects.toThrow(id);
  });

  it("refuses a model that changes its dimension from one call to the next", async () => {
    const embedder = await createAiSdkEmbedder({
      model: modelOf((text) => (text === "dimension" ? [1, 2] : [1, 2, 3])),
      id,
    });
    await expect(embedder.embed(["x"])).rejects.toThrow("with 3 elements; expected 2");
  });

  it("refuses a batch size that would never end", async () => {
    const creation = createAiSdkEmbedder({ model: modelOf(byLength), id, batchSize: 0 });
    await expect(creation).rejects.toBeInstanceOf(ConfigurationError);
  });

  it("names an adapter's own failure without its words", async () => {
    const model = modelOf(() => {
      throw new SyntaxError("secret words");
    });
    const failure = createAiSdkEmbedder({ model, id });
    await expect(failure).rejects.toMatchObject({
      code: "embedder",
      message: `${id} could not embed 1 texts: SyntaxError in the model's adapter.`,
    });
  });

  it("stops when it is told to, before and during a call", async () => {
    const controller = new AbortController();
    const model = new MockEmbeddingModelV4({
      doEmbed: ({ abortSignal }) =>
        new Promise((_, reject) => {
          abortSignal?.addEventListener("abort", () => reject(abortSignal.reason));
          controller.abort();
        }),
    });
    const embedder = await createAiSdkEmbedder({ model, id, dimension: 3 });
    await expect(embedder.embed(["x"], controller.signal)).rejects.toMatchObject({ code: "aborted" });
    await expect(embedder.embed(["x"], controller.signal)).rejects.toMatchObject({ code: "aborted" });
    expect(model.doEmbedCalls.length).toBe(1);
  });

  it("gives up on a model that does not answer in time", async () => {
    const model = new MockEmbeddingModelV4({
      doEmbed: ({ abortSignal }) =>
        new Promise((_, reject) => abortSignal?.addEventListener("abort", () => reject(abortSignal.reason))),
    });
    const embedder = await createAiSdkEmbedder({ model, id, dimension: 3, timeoutMs: 5 });
    await expect(embedder.embed(["x"])).rejects.toMatchObject({
      code: "embedder",
      message: expect.stringContaining("within 5 ms"),
    });
  });
});
