import { describe, expect, it } from "vitest";
import { embedTexts } from "../../src/embedding/embed-texts.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";

/** The length of a text as its vector, and the batches that it was asked for. */
function countingEmbedder() {
  const batches: (readonly string[])[] = [];
  const embedder: Embedder = {
    id: "length",
    dimension: 1,
    embed: async (texts) => {
      batches.push(texts);
      return texts.map(({ length }) => Float32Array.of(length));
    },
  };
  return { embedder, batches };
}

describe("texts", () => {
  it("are embedded once each, however often they occur, and keep their rows", async () => {
    const { embedder, batches } = countingEmbedder();
    const { vectors, embedded } = await embedTexts(["a", "bb", "a", "ccc"], { embedder });
    expect([...vectors]).toEqual([1, 2, 1, 3]);
    expect([embedded, batches]).toEqual([3, [["a", "bb", "ccc"]]]);
  });

  it("that are known are not embedded", async () => {
    const { embedder, batches } = countingEmbedder();
    const known = (text: string) => (text === "a" ? Float32Array.of(9) : null);
    expect([...(await embedTexts(["a", "bb"], { embedder, known })).vectors]).toEqual([9, 2]);
    expect(batches).toEqual([["bb"]]);
    expect(await embedTexts(["a"], { embedder, known })).toEqual({ vectors: Float32Array.of(9), embedded: 0 });
  });

  it("go in batches, which tell how far it is and stop when they are told to", async () => {
    const { embedder, batches } = countingEmbedder();
    const stop = new AbortController();
    const told: string[] = [];
    const texts = Array.from({ length: 700 }, (_, i) => `text ${i}`);
    const onProgress = (done: number, total: number) => {
      told.push(`${done}/${total}`);
      if (done > 500) stop.abort();
    };
    const stopped = embedTexts(texts, { embedder, signal: stop.signal, onProgress });
    await expect(stopped).rejects.toThrow(expect.objectContaining({ code: "aborted" }));
    expect(told).toEqual(["256/700", "512/700"]);
    expect(batches.length).toBe(2);
  });
});
