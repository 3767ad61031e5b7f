import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dot } from "../../src/domain/vector.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { createStaticEmbedder } from "../../src/embedding/static-embedder.ts";
import { loadWordVectors } from "../../src/node/load-word-vectors.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = createStaticEmbedder(await loadWordVectors("models"));
});

const embedOne = async (text: string) => (await embedder.embed([text]))[0] as Float32Array;
const similarity = async (a: string, b: string) => dot(await embedOne(a), await embedOne(b));
const basis = Float32Array.from({ length: 100 }, (_, i) => (i === 0 ? 1 : 0));
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.lorem({ mode: "sentences" }));

describe("createStaticEmbedder", () => {
  it("covers English and nothing else", () => {
    expect(embedder.languages).toEqual(["en"]);
  });

  it("gives every text a finite vector of unit length", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const vector = await embedOne(text);
        expect(vector.length).toBe(embedder.dimension);
        expect(dot(vector, vector)).toBeCloseTo(1, 5);
      }),
    );
  });

  it("gives a text the same vector alone, in any company and again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 6 }), async (texts) => {
        const alone = await Promise.all(texts.map(embedOne));
        expect(await embedder.embed(texts)).toEqual(alone);
        expect(await embedder.embed(texts.toReversed())).toEqual(alone.toReversed());
      }),
      { numRuns: 40 },
    );
  });

  it.each(["", " \n\t", "?!… —", "\uD800"])("gives %j, which has no word, the first basis vector", async (text) => {
    expect(await embedOne(text)).toEqual(basis);
  });

  it("does not care for case, accents, punctuation or the way an accent is written", async () => {
    const plain = await embedOne("the cafe of beijing");
    expect(await embedOne("“The CAFÉ” of Beijing!")).toEqual(plain);
    expect(await embedOne("The Cafe\u0301 of Beijing")).toEqual(plain);
    expect(await embedOne("Qzyblo\u0301rft")).toEqual(await embedOne("Qzybl\u00F3rft"));
  });

  it("puts a paraphrase nearer than a text on another matter", async () => {
    const text = "The new railway shortened the journey between the two cities.";
    const paraphrase = await similarity("How much faster is the train between both towns?", text);
    expect(paraphrase).toBeGreaterThan((await similarity("Which bananas are best for a cake?", text)) + 0.2);
  });

  it("gives frequent words little weight", async () => {
    expect(await similarity("the of and in to a physician", "physician")).toBeGreaterThan(0.9);
  });

  it("takes away what all sentences have in common, so that sentences on different matters are not alike", async () => {
    const cosine = await similarity(
      "He was told that it would be so.",
      "Photosynthesis converts light into chemical energy.",
    );
    expect(cosine).toBeLessThan(0.3);
  });

  it("sees a name that the table does not know in both texts", async () => {
    const withName = await similarity("Where is Qzyblorft building?", "Qzyblorft opened a factory.");
    expect(withName).toBeGreaterThan(
      (await similarity("Where is Qzyblorft building?", "Vrandelhomp opened a factory.")) + 0.02,
    );
  });

  it("is named after the contents of the table", async () => {
    const table = await loadWordVectors("models");
    expect(embedder.id).toBe(`static:${table.id.slice(0, 12)}`);
  });

  it("stops when it is told to", async () => {
    await expect(embedder.embed(["x"], AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
  });
});
