import { beforeAll, describe, expect, it } from "vitest";
import type { Candidate } from "../../src/retrieval/candidate.ts";
import type { Retrieve } from "../../src/retrieval/retrieve.ts";
import { readTexts, sentenceOf } from "./read-features.ts";

const texts = {
  "island.md": `# The island of Skarr

The ferry leaves at noon. It carries a guitar and a drum. The ferry never sinks. The hatch opens and closes.

## Shops

A baker sells rye bread.
`,
};

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = await readTexts(texts);
});

async function candidate(question: string, opening: string): Promise<Candidate> {
  return sentenceOf(await retrieve(question), opening).candidate;
}

const met = (alignment: { readonly exact: Float64Array } | null) => alignment && [...alignment.exact];

describe("a candidate", () => {
  it("knows what stands before and behind it in its chunk", async () => {
    const { previous, next, index } = await candidate("When does the ferry with the guitar leave?", "It carries");
    expect(met(previous)).toEqual([1, 0, 1]);
    expect(met(next)).toEqual([1, 0, 0]);
    expect(index).toBe(1);
  });

  it("has nothing before the first and nothing behind the last sentence of its chunk", async () => {
    expect((await candidate("When does the ferry leave?", "The ferry leaves")).previous).toBeNull();
    expect((await candidate("When does the ferry leave?", "A baker")).next).toBeNull();
  });

  it("is met by its title and all its headings", async () => {
    const { heading, alignment } = await candidate("Which shops on Skarr sell bread?", "A baker");
    expect(met(heading)).toEqual([1, 1, 0, 0]);
    expect(met(alignment)).toEqual([0, 0, 1, 1]);
  });

  it("is met by its whole chunk, itself included", async () => {
    const { chunk } = await candidate("Does the guitar or the ferry leave the baker?", "It carries");
    expect(met(chunk)).toEqual([1, 1, 1, 0]);
  });

  it("knows the noun asked for, and the word most like it", async () => {
    const { likenessToFocus, focusOther } = await candidate("Which instrument is carried?", "It carries");
    expect(likenessToFocus.length).toBe(3);
    expect(focusOther).toBe(Math.max(...likenessToFocus));
    expect(focusOther).toBeGreaterThan(0.3);
  });

  it("does not take the noun itself for something like it", async () => {
    const { likenessToFocus, focusOther } = await candidate("Which guitar is carried?", "It carries");
    expect(Math.max(...likenessToFocus)).toBe(1);
    expect(focusOther).toBeLessThan(1);
    expect(focusOther).toBeGreaterThan(0);
  });

  it("has no such words where no noun is asked for", async () => {
    const { likenessToFocus, focusOther } = await candidate("Who leaves?", "It carries");
    expect([...likenessToFocus]).toEqual([]);
    expect(focusOther).toBe(0);
  });

  it("finds an antonym for the word that it lacks, and for no other", async () => {
    expect([...(await candidate("When does the ferry arrive?", "The ferry leaves")).opposites]).toEqual([0, 1]);
    expect([...(await candidate("When does the ferry leave?", "The ferry leaves")).opposites]).toEqual([0, 0]);
    expect([...(await candidate("When does the hatch close?", "The hatch")).opposites]).toEqual([0, 0]);
  });

  it("has scores as shares of the best candidate's", async () => {
    const { sentences } = await retrieve("When does the ferry leave?");
    const scores = (pick: (each: Candidate) => number) => sentences.map((each) => pick(each.candidate));
    for (const values of [scores((each) => each.sentenceScore), scores((each) => each.chunkScore)]) {
      expect(Math.max(...values)).toBe(1);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    }
  });

  it("scores 0, and nothing breaks, where no word of the question is known", async () => {
    for (const { candidate: each } of (await retrieve("Zzqx qxzz?")).sentences)
      expect([each.sentenceScore, each.chunkScore, each.sentenceCosine]).toEqual([0, 0, 0]);
  });
});
