import { beforeAll, describe, expect, it } from "vitest";
import { abstain } from "../../src/answering/abstain.ts";
import { createRetriever, type Retrieve } from "../../src/retrieval/retrieve.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

let retrieve: Retrieve;
beforeAll(async () => {
  const models = shippedModels();
  retrieve = createRetriever({ ...models, generation: await buildGeneration(harbourTexts, models) });
});

describe("an abstention", () => {
  it.each([
    [
      "Who built the harbour of Xanadu?",
      "not_in_corpus",
      "The documents do not answer this: they do not mention “Xanadu”.",
    ],
    [
      "Which timber did Tom Hale handle?",
      "not_in_corpus",
      /^The documents do not answer this. What comes closest does not speak of “(?:timber|handle|Tom Hale)”/u,
    ],
    ["Which hadron does quantum chromodynamics forbid?", "off_topic", "The documents say nothing about this."],
    ["What is it?", "unclear", /^The question has no word to search for\./u],
    ["???", "unclear", /^The question has no word to search for\./u],
  ])("for “%s” is %s and says so", async (question, reason, words) => {
    const draft = abstain(await retrieve(question), 0.25);
    expect(draft).toMatchObject({ status: "unanswerable", reason, short: null, confidence: 0.25 });
    expect(draft.sentences).toHaveLength(1);
    expect(draft.sentences[0]?.text).toEqual(words instanceof RegExp ? expect.stringMatching(words) : words);
    expect(draft.sentences[0]?.evidence).toEqual([]);
  });

  it("names words as they were written, a name of several words as one, two of them at most", async () => {
    const [said] = abstain(
      await retrieve("Who built the harbour of Port Vale: Xanadu Vortex, Zyx or Qwv?"),
      0,
    ).sentences;
    expect(said?.text).toMatch(/“Xanadu Vortex”/u);
    expect(said?.text.match(/“/gu)).toHaveLength(2);
  });

  it("says what kind of thing is not named, where all words of the question are met", async () => {
    const [said] = abstain(await retrieve("Where is the lighthouse?"), 0).sentences;
    expect(said?.text).toBe("The documents do not answer this: where they speak of it, they name no place for it.");
  });
});
