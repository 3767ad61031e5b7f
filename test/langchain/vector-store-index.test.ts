import { Document } from "@langchain/core/documents";
import { FakeEmbeddings, FakeVectorStore } from "@langchain/core/utils/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { createExtractiveAnswerer } from "../../src/answering/extractive-answerer.ts";
import { createAssistant } from "../../src/ask.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { EmbedderEmbeddings } from "../../src/langchain/embedder-embeddings.ts";
import { fillVectorStore } from "../../src/langchain/fill-vector-store.ts";
import { createVectorStoreIndex } from "../../src/langchain/vector-store-index.ts";
import type { Generation } from "../../src/search-index/generation.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { testDenseIndex } from "../search-index/dense-index-contract.ts";
import { rowOf } from "../search-index/example-content.ts";

const chunksOf = (size: number) => Array.from({ length: size }, (_, row) => ({ id: `chunk#${row}` }));
const documentOf = (chunkId: string) => new Document({ pageContent: "", metadata: { chunkId } });

async function fill(store: FakeVectorStore, vectors: Float32Array, dimension: number) {
  const chunks = chunksOf(vectors.length / dimension);
  const rows = chunks.map((_, row) => Array.from(rowOf(vectors, row, dimension)));
  await store.addVectors(
    rows,
    chunks.map(({ id }) => documentOf(id)),
  );
  return createVectorStoreIndex({ store, chunks, vectors, dimension });
}

testDenseIndex("a vector store of LangChain", (vectors, dimension) =>
  fill(new FakeVectorStore(new FakeEmbeddings()), vectors, dimension),
);

describe("a store that others use as well", () => {
  it("finds as many rows as are wanted, past documents that are none of this generation", async () => {
    const store = new FakeVectorStore(new FakeEmbeddings());
    // Nearer to the query than any chunk.
    await store.addVectors(
      Array.from({ length: 12 }, () => [1, 0]),
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? documentOf("other#1") : new Document({ pageContent: "" }))),
    );
    const index = await fill(store, Float32Array.of(0.6, 0.8, 0.8, 0.6, 0, 1), 2);
    expect(await index.search(Float32Array.of(1, 0), 2)).toEqual([1, 0]);
  });

  it("finds a chunk once that it holds twice", async () => {
    const store = new FakeVectorStore(new FakeEmbeddings());
    await store.addVectors([[0.6, 0.8]], [documentOf("chunk#0")]);
    const index = await fill(store, Float32Array.of(0.6, 0.8, 0, 1), 2);
    expect(await index.search(Float32Array.of(1, 0), 2)).toEqual([0, 1]);
  });

  it("passes on what the store fails with", async () => {
    const store = { similaritySearchVectorWithScore: () => Promise.reject(new Error("away")) };
    const index = createVectorStoreIndex({ store, chunks: chunksOf(1), vectors: Float32Array.of(1, 0), dimension: 2 });
    await expect(index.search(Float32Array.of(1, 0), 1)).rejects.toThrow("away");
  });
});

describe("a store filled from a generation", () => {
  const shipped = shippedModels();
  let generation: Generation;
  let store: FakeVectorStore;
  beforeAll(async () => {
    generation = await buildGeneration(harbourTexts, shipped);
    store = new FakeVectorStore(new EmbedderEmbeddings(shipped.embedder));
    await fillVectorStore(store, generation, { batchSize: 2 });
  });

  it("holds every chunk with its vector, its words and where they stand", () => {
    expect(store.memoryVectors.map(({ content, metadata }) => [metadata.chunkId, content])).toEqual(
      generation.chunks.map(({ id, documentId, start, end }) => [
        id,
        generation.documents.find((document) => document.id === documentId)?.text.slice(start, end),
      ]),
    );
    expect(store.memoryVectors.flatMap(({ embedding }) => embedding)).toEqual(Array.from(generation.vectors));
  });

  it("gives the same answers, bit by bit, as the generation's own index", async () => {
    const dense = createVectorStoreIndex({ store, ...generation, dimension: shipped.embedder.dimension });
    const options = { ...shipped, generation, answerer: createExtractiveAnswerer(), newId: () => "", now: () => 0 };
    const [own, stored] = [createAssistant(options), createAssistant({ ...options, dense })];
    const questions = [
      "When was the harbour of Port Vale opened?",
      "How tall is the lighthouse, and when did its keeper retire?",
      "Who designed the breakwater?",
      "What does a dog cost?",
    ];
    const ask = (assistant: typeof own): Promise<Answer[]> =>
      Promise.all(questions.map((question) => assistant.ask({ question, history: [], limit: 8, explain: true })));
    expect(await ask(stored)).toEqual(await ask(own));
  });

  it("is LangChain's own retriever with our embedder", async () => {
    const [best] = await store.asRetriever(1).invoke("the oldest loaf in the bread museum");
    expect(best?.metadata).toMatchObject({ documentId: "museum", title: "The bread museum", url: null });
    expect(best?.pageContent).toContain("The oldest loaf was baked in 1782.");
  });

  it("is filled no further once that is cancelled", async () => {
    const stop = new AbortController();
    const empty = new FakeVectorStore(new FakeEmbeddings());
    const onProgress = () => stop.abort(new Error("enough"));
    const filling = fillVectorStore(empty, generation, { batchSize: 1, signal: stop.signal, onProgress });
    await expect(filling).rejects.toThrow("enough");
    expect(empty.memoryVectors).toHaveLength(1);
  });
});
