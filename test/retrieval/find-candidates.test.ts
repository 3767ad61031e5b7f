import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import { harbourTexts } from "../harbour-texts.ts";
import { questions } from "./question-arbitrary.ts";
import { readTexts } from "./read-features.ts";

const filler = "Rain fell on the hills. Grass grew beside the road. Birds sang in the wood. The wind turned at night.";
const shortSentences = ["Mill bread.", "Bread loaf.", "Loaf boat.", "Boat rock.", "Rock lamp.", "Lamp mill."];

const texts = {
  ...harbourTexts,
  "ferry.txt": `The ferry

The ferry Aurora was wrecked off the cape in a storm. All aboard drowned but a cook. Ida Lund alone reached land.
`,
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`filler-${i}.txt`, `Notes ${i}\n\n${filler} Page ${i} ends here.\n`]),
  ),
  "list.txt": `The list\n\n${Array.from({ length: 300 }, (_, i) => shortSentences[i % 6]).join(" ")}\n`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

describe("the sentences that are read", () => {
  it("hold an answer that shares no word with the question but stands in the best chunk", async () => {
    const { sentences } = await retrieve("Who survived when the ferry Aurora was wrecked off the cape?");
    const answer = sentences.find(({ text }) => text === "Ida Lund alone reached land.");
    expect(answer?.candidate.sentenceScore).toBe(0);
    expect(answer?.candidate.chunkScore).toBe(1);
  });

  it("are all of the best chunk", async () => {
    const { sentences, candidates, passages } = await retrieve("When was the harbour of Port Vale opened?");
    const best = candidates.fusedChunks[0];
    const read = sentences.filter(({ chunk }) => chunk === best).map(({ start }) => start);
    const { chunk } = passages.find((passage) => passage.chunk.start === Math.min(...read)) ?? {};
    expect(read.toSorted((a, b) => a - b)).toEqual(chunk?.sentences.map(({ start }) => start));
    expect(read.length).toBeGreaterThan(2);
  });

  it("are at most 60, each once, however short the sentences are and whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(questions(Object.values(harbourTexts).join(" ")), async (text) => {
        const { candidates } = await retrieve(text);
        expect(candidates.sentences.length).toBeLessThanOrEqual(60);
        expect(new Set(candidates.sentences).size).toBe(candidates.sentences.length);
      }),
      { numRuns: 40 },
    );
    const { candidates } = await retrieve("Where is the mill, the bread, the loaf, the boat, the rock and the lamp?");
    expect(candidates.sentences.length).toBeLessThanOrEqual(60);
    expect(candidates.sentences.length).toBeGreaterThan(40);
  });

  it("are as many as there is room for, where no chunk is short enough to be read whole", async () => {
    const readList = await readTexts({ "list.txt": texts["list.txt"] });
    expect((await readList("??")).candidates.sentences).toHaveLength(60);
  });
});

describe("the chunks found", () => {
  it("are scored by the question's own words alone", async () => {
    const { candidates } = await retrieve("Who baked the oldest loaf?");
    const scores = candidates.lexicalChunks.map((chunk) => candidates.chunkScores.get(chunk) ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it("are fused from all rankings, each once", async () => {
    const { fusedChunks, denseChunks, lexicalChunks } = (await retrieve("Which vessel sank?")).candidates;
    expect(new Set(fusedChunks).size).toBe(fusedChunks.length);
    for (const chunk of [...denseChunks, ...lexicalChunks]) expect(fusedChunks).toContain(chunk);
  });

  it("are at most 40 of each ranking", async () => {
    const { denseChunks, lexicalChunks } = (await retrieve("Who grew grass beside the road?")).candidates;
    expect(denseChunks.length).toBeLessThanOrEqual(40);
    expect(lexicalChunks.length).toBeLessThanOrEqual(40);
  });
});
