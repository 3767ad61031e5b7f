import { beforeAll, describe, expect, it } from "vitest";
import { createSpanRanker, type ShortAnswer } from "../../src/answering/span-ranker.ts";
import { AnnalistError } from "../../src/domain/errors.ts";
import { createRetriever, type Retrieve } from "../../src/retrieval/retrieve.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

const { table, spanRanker, ...models } = shippedModels();
const rank = createSpanRanker(spanRanker, table);

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = createRetriever({ ...models, table, generation: await buildGeneration(harbourTexts, models) });
});

/** The short answer to a question out of the sentence that begins with `opening`. */
async function answer(question: string, opening: string, ranker = rank): Promise<ShortAnswer | null> {
  const retrieval = await retrieve(question);
  const found = retrieval.sentences.find(({ text }) => text.startsWith(opening));
  if (found === undefined) throw new Error(`no sentence begins with ${opening}`);
  const { sentence, alignment } = found.candidate;
  return ranker({ question: retrieval.question, sentence, alignment });
}

describe("the span ranker", () => {
  it.each([
    ["Where does the museum stand?", "The bread museum stands", "Mill Street"],
    ["Which keeper retired in 1986?", "The last keeper", "Tom Hale"],
    ["What did Ada Stone design?", "Ada Stone", "breakwater"],
    ["By whom was the harbour built?", "It was built", "Stone Company"],
    ["Why did fishing end?", "Fishing ended", "herring had disappeared"],
  ])("answers “%s” out of “%s ...” by %s", async (question, opening, words) => {
    expect((await answer(question, opening))?.text).toContain(words);
  });

  it("says how much of the answer it expects to have, 0 to 1", async () => {
    const sure = (await answer("How tall is the lighthouse on Gull Rock?", "The lighthouse"))?.expected ?? 0;
    const unsure = (await answer("Why did fishing end?", "Fishing ended"))?.expected ?? 0;
    expect(sure).toBeGreaterThan(unsure);
    expect(sure).toBeLessThanOrEqual(1);
    expect(unsure).toBeGreaterThanOrEqual(spanRanker.threshold);
  });

  it("gives no date for a person, and no thing for a date", async () => {
    expect((await answer("Who opened the harbour?", "The harbour of Port Vale"))?.text ?? "").not.toMatch(/\d/u);
    expect(await answer("When are dogs allowed on the stairs?", "Dogs")).toBeNull();
  });

  it("answers neither yes nor no, but says which of two", async () => {
    expect(await answer("Was the harbour built by the Stone Company?", "It was built")).toBeNull();
    const which = await answer("Is the museum closed on Mondays or Tuesdays?", "The museum is closed");
    expect(which?.text).toContain("Mondays");
  });

  it("withholds what it expects too little of", async () => {
    const strict = createSpanRanker({ ...spanRanker, threshold: 1.1 }, table);
    expect(await answer("Where does the museum stand?", "The bread museum", strict)).toBeNull();
  });

  it("refuses weights that were made for other features", () => {
    expect(() => createSpanRanker({ ...spanRanker, features: ["a"] }, table)).toThrow(AnnalistError);
  });
});
