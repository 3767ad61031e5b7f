import { beforeAll, describe, expect, it } from "vitest";
import { createConfidence } from "../../src/answering/confidence.ts";
import { draftExtractive } from "../../src/answering/draft-extractive.ts";
import { createShortAnswerFinder } from "../../src/answering/find-short-answer.ts";
import { createSpanRanker } from "../../src/answering/span-ranker.ts";
import { createRetriever, type RankedSentence, type Retrieval, type Retrieve } from "../../src/retrieval/retrieve.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

const models = shippedModels();
/** Answers everything, and nothing. */
const always = createConfidence({ ...models.confidence, threshold: 0 });
const never = createConfidence({ ...models.confidence, threshold: 1.1 });
const findShortAnswer = createShortAnswerFinder(createSpanRanker(models.spanRanker, models.table));

let retrieve: Retrieve;
beforeAll(async () => {
  retrieve = createRetriever({ ...models, generation: await buildGeneration(harbourTexts, models) });
});

function rescored({ sentences, ...rest }: Retrieval, scores: readonly number[]): Retrieval {
  return { ...rest, sentences: scores.map((score, i) => ({ ...(sentences[i] as RankedSentence), score })) };
}

describe("an extractive draft", () => {
  it("is the best sentence, verbatim, with itself as evidence", async () => {
    const retrieval = await retrieve("When was the harbour of Port Vale opened?");
    const [best] = retrieval.sentences;
    const [first] = draftExtractive(retrieval, always, findShortAnswer).sentences;
    expect(first?.text).toBe("The harbour of Port Vale was opened on 3 May 1850.");
    expect(first?.evidence).toEqual([{ documentId: "harbour", start: best?.start, end: best?.end }]);
  });

  it("takes in sentences that score close to the best, at most three", async () => {
    const retrieval = await retrieve("What does the museum show?");
    const count = (scores: readonly number[]) =>
      draftExtractive(rescored(retrieval, scores), always, findShortAnswer).sentences.length;
    expect(count([5, 1])).toBe(1);
    expect(count([5, 4.9])).toBe(2);
    expect(count([5, 4.9, 4.8, 4.7, 4.6])).toBe(3);
  });

  it("says the same words once", async () => {
    const retrieval = await retrieve("What does the museum show?");
    const [best] = retrieval.sentences;
    const twice = { ...retrieval, sentences: [best, { ...best, documentId: "copy" }] as RankedSentence[] };
    expect(draftExtractive(twice, always, findShortAnswer).sentences).toHaveLength(1);
  });

  it("abstains below the threshold, without evidence or a short answer, and keeps its confidence", async () => {
    const retrieval = await retrieve("Who built the harbour?");
    const draft = draftExtractive(retrieval, never, findShortAnswer);
    expect(draft).toMatchObject({ status: "unanswerable", reason: "not_in_corpus", short: null });
    expect(draft.sentences.flatMap(({ evidence }) => evidence)).toEqual([]);
    expect(draft.confidence).toBe(draftExtractive(retrieval, always, findShortAnswer).confidence);
  });

  it("calls a question without content words unclear, and one without a known word off topic", async () => {
    expect(draftExtractive(await retrieve("What is it?"), always, findShortAnswer).reason).toBe("unclear");
    expect(draftExtractive(await retrieve("Quantum chromodynamics?"), never, findShortAnswer).reason).toBe("off_topic");
  });
});

describe("the short answer", () => {
  it.each([
    ["When was the harbour of Port Vale opened?", "3 May 1850"],
    ["How tall is the lighthouse on Gull Rock?", "48 metres"],
    ["How much does a ticket cost?", "$4"],
    ["Who designed the breakwater?", "Ada Stone"],
    ["How many containers were handled in 1999?", "12,500"],
    ["What percentage of the containers held timber?", "40 percent"],
  ])("of “%s” holds %s", async (question, words) => {
    const retrieval = await retrieve(question);
    expect(findShortAnswer(retrieval, retrieval.sentences[0] as RankedSentence)).toContain(words);
  });

  it("is none where the sentence mentions nothing of the kind asked for", async () => {
    const retrieval = await retrieve("When are dogs allowed on the stairs?");
    const dogs = retrieval.sentences.find(({ text }) => text.startsWith("Dogs")) as RankedSentence;
    expect(findShortAnswer(retrieval, dogs)).toBeNull();
  });
});
