import { beforeAll, describe, expect, it } from "vitest";
import { chooseSentences, joiningMargin, maxWords } from "../../src/answering/choose-sentences.ts";
import { createRetriever, type RankedSentence, type Retrieval } from "../../src/retrieval/retrieve.ts";
import { buildGeneration, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

const models = shippedModels();
let retrieval: Retrieval;
beforeAll(async () => {
  const retrieve = createRetriever({ ...models, generation: await buildGeneration(harbourTexts, models) });
  retrieval = await retrieve("What does the museum show?");
});

interface Given {
  readonly score: number;
  readonly text?: string;
  readonly words?: number;
}

function choicesOf(given: readonly Given[]): readonly string[] {
  const sentences = given.map(({ score, text = `Sentence ${score}.`, words = 10 }, i) => {
    const real = retrieval.sentences[i] as RankedSentence;
    const sentence = { ...real.candidate.sentence, tokenCount: words };
    return { ...real, score, text, candidate: { ...real.candidate, sentence } };
  });
  return chooseSentences({ ...retrieval, sentences }).map(({ choice }) => choice);
}

describe("a sentence joins the answer unless", () => {
  it.each<[string, readonly Given[], readonly string[]]>([
    ["nothing is against it", [{ score: 5 }, { score: 4.9 }], ["chosen", "chosen"]],
    [
      "it scores below the best by more than the margin",
      [{ score: 0 }, { score: -joiningMargin }, { score: -0.1 - joiningMargin }],
      ["chosen", "chosen", "far-below"],
    ],
    [
      "it makes the answer too long, which a shorter one behind it may not",
      [
        { score: 5, words: maxWords - 30 },
        { score: 4.9, words: 31 },
        { score: 4.8, words: 30 },
      ],
      ["chosen", "too-many-words", "chosen"],
    ],
    [
      "another says the same words",
      [
        { score: 5, text: "It shows bread." },
        { score: 4.9, text: "It shows bread." },
      ],
      ["chosen", "same-words"],
    ],
    [
      "three have joined already",
      [{ score: 5 }, { score: 4.9 }, { score: 4.8 }, { score: 4.7 }, { score: 1 }],
      ["chosen", "chosen", "chosen", "enough", "far-below"],
    ],
    ["the best is never too long", [{ score: 5, words: maxWords + 1 }], ["chosen"]],
    ["there is none", [], []],
  ])("%s", (_, given, expected) => {
    expect(choicesOf(given)).toEqual(expected);
  });
});
