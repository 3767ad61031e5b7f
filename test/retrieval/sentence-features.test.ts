import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import { featureNames } from "../../src/retrieval/sentence-features.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { questions } from "./question-arbitrary.ts";
import { readTexts } from "./read-features.ts";

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(harbourTexts);
});

/** Differences between rivals, and cosines. */
const signed: ReadonlySet<string> = new Set(["leadInChunk", "leadOfTypeInChunk", "sentenceCosine", "chunkCosine"]);

describe("the features of a sentence", () => {
  it("have names that differ, of the sentence and of its words alike", () => {
    expect(new Set(featureNames).size).toBe(featureNames.length);
  });

  it("are one number a name, finite and about 0 to 1, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(questions(Object.values(harbourTexts).join(" ")), async (text) => {
        for (const { features } of (await retrieve(text)).sentences) {
          expect(features).toHaveLength(featureNames.length);
          for (const [i, name] of featureNames.entries()) {
            const value = features[i] as number;
            expect(Number.isFinite(value), name).toBe(true);
            expect(value, name).toBeGreaterThanOrEqual(signed.has(name) ? -1.000001 : 0);
            expect(value, name).toBeLessThanOrEqual(limitOf(name));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are the same however often the question is put", async () => {
    const read = async () => (await retrieve("Who built the harbour?")).sentences.map(({ features }) => [...features]);
    const before = await read();
    await retrieve("Which museum shows loaves?");
    expect(await read()).toEqual(before);
  });
});

/** Weights of many missing words add up; every other feature ends near 1. */
function limitOf(name: string): number {
  return /^unmet(?:Sum|SumChunk|NamesWeight|Known|KnownChunk|Unknown)$|^softOnly$/u.test(name) ? 6 : 1.5;
}
