import { beforeAll, describe, expect, it } from "vitest";
import { probabilityOf } from "../../src/answering/confidence.ts";
import type { Answer } from "../../src/domain/answer.ts";
import type { Assistant } from "../../src/domain/assistant.ts";
import type { Explanation, NamedNumbers, PartExplanation } from "../../src/domain/explanation.ts";
import type { Turn } from "../../src/domain/question.ts";
import { createTermNetwork, maxTerms } from "../../src/learned/term-network.ts";
import { featureNames } from "../../src/retrieval/sentence-features.ts";
import { createSentenceRanker } from "../../src/retrieval/sentence-ranker.ts";
import { termFeatureNames } from "../../src/retrieval/term-features.ts";
import { buildAssistant, shippedModels } from "../build-generation.ts";
import { harbourTexts } from "../harbour-texts.ts";

const models = shippedModels();
const opened = "When was the harbour of Port Vale opened?";
const questions = [
  opened,
  "How tall is the lighthouse on Gull Rock?",
  "Who built the lighthouse on Gull Rock in 1931?",
  "What percentage of the containers held timber?",
  "Which hadron does quantum chromodynamics forbid?",
  "Which keeper of the old stone lighthouse on Gull Rock near the harbour of Port Vale retired in 1986 after the electric lamp had replaced the oil lamp in 1931, and why?",
];

let assistant: Assistant;
beforeAll(async () => {
  assistant = await buildAssistant(harbourTexts);
});

/** As a reader of the JSON has it. */
async function explain(
  question: string,
  { history = [], from = assistant }: { history?: readonly Turn[]; from?: Assistant } = {},
): Promise<{ answer: Answer; explanation: Explanation; part: PartExplanation }> {
  const answer = JSON.parse(JSON.stringify(await from.ask({ question, history, limit: 8, explain: true }))) as Answer;
  const { explanation } = answer;
  const part = explanation?.parts[0];
  if (explanation === undefined || part === undefined) throw new Error("nothing was explained");
  return { answer, explanation, part };
}

function inOrder(names: readonly string[], numbers: NamedNumbers | undefined): Float64Array {
  return Float64Array.from(names, (name) => numbers?.[name] ?? Number.NaN);
}

/** The rows of a sentence's terms, one after the other; what is left out is 0. */
function termRows(sentence: PartExplanation["reranked"]["sentences"][number] | undefined): Float64Array {
  const read = sentence?.terms.slice(0, maxTerms) ?? [];
  return Float64Array.from(read.flatMap(({ features }) => termFeatureNames.map((name) => features[name] ?? 0)));
}

describe.each(questions)("the explanation of the answer to “%s”", (question) => {
  it("holds what the confidence was computed from, to the last digit", async () => {
    const { answer, part } = await explain(question);
    const { inputs, heads, gate, calibration, threshold } = models.confidence;
    const confidence = part.decision?.confidence;
    expect(Object.keys(confidence?.inputs ?? {})).toEqual(inputs);
    const scores = heads.map((networks) =>
      createTermNetwork(networks)(inOrder(inputs, confidence?.inputs), termRows(part.reranked.sentences[0])),
    );
    const isAbout = (confidence?.inputs[gate.input] as number) >= gate.least;
    const score = Math.min(...scores, isAbout ? Number.POSITIVE_INFINITY : gate.score);
    expect(confidence).toMatchObject({ score, probability: probabilityOf(score, calibration), threshold });
    expect(answer.confidence).toBe(confidence?.probability);
    const corrected = part.decision?.reason === "false_premise";
    expect(part.decision?.answered).toBe(answer.confidence >= threshold && !corrected);
    expect(answer.status !== "unanswerable").toBe(part.decision?.answered);
  });

  it("holds what the sentences were ranked by, to the last digit", async () => {
    const { part } = await explain(question);
    const { sentences, largest, candidates } = part.reranked;
    expect(sentences).toHaveLength(Math.min(10, candidates));
    const rank = createSentenceRanker(models.ranker, { features: featureNames, termFeatures: termFeatureNames });
    // The largest values stand in for the candidates that are not listed.
    const scores = rank([
      ...sentences.map((each) => ({ features: inOrder(featureNames, each.features), termRows: termRows(each) })),
      { features: inOrder(featureNames, largest), termRows: new Float64Array(0) },
    ]).slice(0, -1);
    expect(scores).toEqual(sentences.map(({ score }) => score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("quotes the documents, and names words of theirs that meet a term", async () => {
    const { part } = await explain(question);
    for (const { documentId, start, end, text, terms, chunkId } of part.reranked.sentences) {
      expect(assistant.document(documentId)?.text.slice(start, end)).toBe(text);
      expect(chunkId.startsWith(`${documentId}#`)).toBe(true);
      expect(terms.map(({ term }) => term)).toEqual(part.analysis.terms.map((each) => each.text));
      for (const { word, likeness } of terms) {
        expect(word === null).toBe(likeness === 0);
        expect(text).toContain(word ?? "");
      }
    }
  });

  it("follows its own margin, and shows the chosen sentences as the answer cites them", async () => {
    const { answer, part } = await explain(question);
    const { considered = [], joiningMargin = 0, answered, correction = null } = part.decision ?? {};
    const [best] = considered;
    for (const { score, choice } of considered)
      expect(choice === "far-below").toBe((best?.score ?? 0) - score > joiningMargin);
    const chosen = considered.filter(({ choice }) => choice === "chosen").map(({ text }) => text);
    expect(chosen.length).toBeGreaterThan(0);
    if (correction === null) expect(answer.citations.map(({ quote }) => quote)).toEqual(answered ? chosen : []);
    else expect(answer.answer.replaceAll(/ \[\d\]/gu, "")).toBe(correction);
  });

  it("is the same every time", async () => {
    expect((await explain(question)).explanation).toEqual((await explain(question)).explanation);
  });
});

describe("an explanation", () => {
  it("says how the question was understood", async () => {
    const { analysis } = (await explain("Which containers were not handeled in 1999?")).part;
    expect(analysis).toMatchObject({
      focus: "containers",
      negated: true,
      times: [{ text: "1999", from: "1999-01-01", to: "1999-12-31" }],
      corrections: [{ written: "handeled", takenFor: "handled" }],
    });
    expect(analysis.terms.map(({ text, kind, known }) => [text, kind, known])).toEqual([
      ["containers", "word", true],
      ["handled", "word", true],
      ["1999", "year", true],
    ]);
    expect((await explain(opened)).part.analysis).toMatchObject({ answerType: "date", negated: false, focus: null });
  });

  it("gives every order with the scores that make it", async () => {
    const { orders } = (await explain(opened)).part;
    for (const order of [orders.dense, orders.lexical, orders.expanded, orders.fused]) {
      expect(order.length).toBeGreaterThan(1);
      expect(order.map(({ score }) => score)).toEqual(order.map(({ score }) => score).sort((a, b) => b - a));
    }
    // So few chunks are there that each list is whole.
    const places = (chunkId: string) =>
      [orders.lexical, orders.expanded, orders.dense]
        .map((order) => order.findIndex((each) => each.chunkId === chunkId) + 1)
        .filter((rank) => rank > 0);
    for (const { chunkId, score } of orders.fused)
      expect(score).toBeCloseTo(
        places(chunkId).reduce((sum, rank) => sum + 1 / (10 + rank), 0),
        4,
      );
  });

  it("says what a follow-up was taken for", async () => {
    const history = [{ role: "user", content: "How tall is the lighthouse on Gull Rock?" }] as const;
    const { explanation } = await explain("And Port Vale?", { history });
    expect(explanation.question).toEqual({
      asked: "And Port Vale?",
      cleaned: "And Port Vale?",
      standalone: "How tall is the lighthouse on Port Vale?",
      rewritten: true,
    });
    expect((await explain(opened)).explanation.question.rewritten).toBe(false);
  });

  it("takes the parts of a question one by one", async () => {
    const { explanation } = await explain(`${opened} And which hadron does quantum chromodynamics forbid?`);
    expect(explanation.parts.map(({ question, decision }) => [question, decision?.answered, decision?.reason])).toEqual(
      [
        [opened, true, null],
        ["Which hadron does quantum chromodynamics forbid?", false, "off_topic"],
      ],
    );
  });

  it("gives the short answer with what is expected of it", async () => {
    const { answer, part } = await explain(opened);
    expect(part.decision?.short?.text).toBe(answer.short);
    expect(part.decision?.short?.expected).toBeGreaterThan(part.decision?.short?.threshold ?? 1);
  });

  it("shows what a refusal withheld, and no short answer", async () => {
    const from = await buildAssistant(harbourTexts, { confidence: { ...models.confidence, threshold: 1.1 } });
    const { answer, part } = await explain(opened, { from });
    expect(answer.citations).toEqual([]);
    expect(part.decision).toMatchObject({
      answered: false,
      reason: "not_in_corpus",
      short: null,
      confidence: { threshold: 1.1 },
    });
    expect(part.decision?.considered[0]).toMatchObject({
      text: "The harbour of Port Vale was opened on 3 May 1850.",
      choice: "chosen",
    });
  });

  it("has nothing to weigh where a question has no word to search for", async () => {
    const { decision } = (await explain("what is it")).part;
    expect(decision).toMatchObject({ answered: false, reason: "unclear", confidence: null });
  });

  it("leaves the decision to the other reading where the question is in another language", async () => {
    const { explanation, part } = await explain("1999年的12,500是什么？");
    expect(part.decision).toBeNull();
    expect(explanation.foreign).toMatchObject({
      language: "zh",
      covered: false,
      answered: true,
      sentences: [{ text: "In 1999 the harbour handled 12,500 containers.", cosine: null, chosen: true }],
    });
    expect((await explain("灯塔有多高？")).explanation.foreign).toMatchObject({ answered: false, sentences: [] });
  });

  it("has rows of no more terms than the networks read", async () => {
    const { part } = await explain(questions.at(-1) ?? "");
    expect(part.analysis.terms.length).toBeGreaterThan(maxTerms);
    for (const { terms } of part.reranked.sentences)
      expect(terms.map(({ features }) => Object.keys(features).length > 0)).toEqual(terms.map((_, t) => t < maxTerms));
  });
});
